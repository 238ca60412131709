import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** A link from a mail, opened on a device that has a record: it says that the address is right, if it is this record's. */
export function ConfirmMail({ token }: { token: string }) {
  const { t } = useLingui()
  const [done, setDone] = useState(false)
  const { busy, failed, run } = useDoing()
  const confirm = () =>
    run(async () => {
      await call('enterByLink', { body: { token } })
      setDone(true)
    })
  if (done)
    return (
      <Page title={t`Your address is confirmed`}>
        <p>
          <Trans>From now on a link to it opens your record on another device.</Trans>
        </p>
        <Actions>
          <Link to="/devices" className={buttonClass()}>
            <Trans>Your devices</Trans>
          </Link>
        </Actions>
      </Page>
    )
  return (
    <Page title={t`Is this your e-mail address?`}>
      <p>
        <Trans>Press only if you asked for this mail yourself.</Trans>
      </p>
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        <Button disabled={busy} onClick={() => void confirm()}>
          <Trans>Yes, it is mine</Trans>
        </Button>
        <Link to="/" className={buttonClass('plain')}>
          <Trans>No</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
