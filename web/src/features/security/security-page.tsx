import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Authenticator } from './authenticator.tsx'
import { ChangePassword } from './change-password.tsx'
import { OwnFeeds } from './own-feeds.tsx'
import { Passkeys } from './passkeys.tsx'
import styles from './security-page.module.css'
import { Sessions } from './sessions.tsx'

/** How the signed-in person signs in, and where they are signed in. */
export function SecurityPage() {
  const { t } = useLingui()
  const security = useQuery({
    queryKey: ['staff-security'],
    queryFn: ({ signal }) => call('staffSecurity', { signal }),
  })
  if (security.isPending) return <Waiting />
  if (!security.data) return <ErrorNote error={security.error} onRetry={() => void security.refetch()} />
  const given = { security: security.data, onChanged: () => void security.refetch() }
  return (
    <>
      <title>{`${t`Your account`} · Dorsal`}</title>
      <h1>
        <Trans>Your account</Trans>
      </h1>
      <p>{security.data.email}</p>
      <div className={styles['page']}>
        <Authenticator {...given} />
        <Passkeys {...given} />
        <ChangePassword onChanged={given.onChanged} />
        <Sessions {...given} />
        <OwnFeeds />
      </div>
    </>
  )
}
