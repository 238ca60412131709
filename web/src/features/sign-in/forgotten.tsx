import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useConfigIfKnown } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** A link to a new password by mail, where the clinic sends mail. What is said is the same for every address. */
export function Forgotten({ email }: { email: string }) {
  const config = useConfigIfKnown()
  const [asked, setAsked] = useState<string | null>(null)
  const { busy, failed, run } = useDoing()
  if (config?.mail !== true) return null
  const ask = () =>
    run(async () => {
      await call('askStaffReset', { body: { email } })
      setAsked(email)
    })
  return (
    <>
      <Button look="plain" disabled={busy || !email.includes('@')} onClick={() => void ask()}>
        <Trans>I forgot my password</Trans>
      </Button>
      {failed ? <ErrorNote error={failed} /> : null}
      {asked !== null && (
        <Notice live>
          <p>
            <Trans>If {asked} has an account here, a link is on its way. It works once, for a day.</Trans>
          </p>
        </Notice>
      )}
    </>
  )
}
