import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { HelperPage } from '../../features/sharing/helper-page.tsx'
import { tokenIn } from '../../features/sharing/link-address.ts'
import { ApiError, call } from '../../lib/api.ts'
import { configQuery } from '../../lib/config.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Page } from '../../ui/page.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { HelperFrame } from './helper-frame.tsx'

/** The secret in the address now; another link opened in the same window counts at once. */
function useToken(): string | null {
  const [token, setToken] = useState(() => tokenIn(location.hash))
  useEffect(() => {
    const look = () => setToken(tokenIn(location.hash))
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return token
}

/** One message, whatever the cause: no link, an unknown one, one that has ended or was taken back. */
function Ended() {
  const { t } = useLingui()
  return (
    <Page title={t`This link opens nothing any more.`}>
      <p>
        <Trans>Ask the person who gave it to you for a new one.</Trans>
      </p>
    </Page>
  )
}

const isEnded = (error: unknown): boolean => error instanceof ApiError && error.code === 'link-ended'

function Opened({ token }: { token: string }) {
  const { t } = useLingui()
  const config = useQuery(configQuery)
  const shared = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => call('shared', { signal, bearer: token }),
    staleTime: 60_000,
    retry: false,
  })
  const error = shared.error ?? config.error
  if (isEnded(shared.error)) return <Ended />
  if (error !== null)
    return (
      <Page title={t`This page could not be shown`}>
        <ErrorNote error={error} onRetry={() => void Promise.all([config.refetch(), shared.refetch()])} />
      </Page>
    )
  if (shared.data === undefined || config.data === undefined) return <Waiting />
  return <HelperPage shared={shared.data} config={config.data} />
}

/** The page of whoever holds a link. It has no other page, asks nothing and keeps nothing on the device. */
export function HelperApp() {
  const token = useToken()
  return <HelperFrame>{token === null ? <Ended /> : <Opened key={token} token={token} />}</HelperFrame>
}
