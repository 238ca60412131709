import { LinkToken } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { noteRecord, refreshMe } from '../../lib/me.ts'
import { PasskeyCancelled, passkeysWork, signByPasskey } from '../../lib/passkey.ts'
import { useConfigIfKnown } from '../../lib/config.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { WhatIsKept } from '../../ui/what-is-kept.tsx'
import { AskMail } from './ask-mail.tsx'
import { ByPassword } from './by-password.tsx'
import { ConfirmMail } from './confirm-mail.tsx'

/** Opens the record of another device here, after asking: a code is used up only by the person's own yes. */
export function EnterPage({ hasRecord, days }: { hasRecord: boolean; days: number }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [token] = useState(() => LinkToken.safeParse(location.hash.replace(/^#(?:mail:)?/, '')).data ?? null)
  const [byMail] = useState(() => location.hash.startsWith('#mail:'))
  const { busy, failed, run } = useDoing()
  const opened = async () => {
    await noteRecord()
    await refreshMe(client)
    await navigate({ to: '/', replace: true })
  }
  const open = () =>
    run(async () => {
      await call('enterByLink', { body: { token: token ?? '' } })
      await opened()
    })
  if (hasRecord && byMail && token !== null) return <ConfirmMail token={token} />
  if (hasRecord)
    return (
      <Page title={t`This device has a record of its own`}>
        <p>
          <Trans>
            It stays as it is, so that nothing of yours gets mixed up or lost. To use the other record here,
            erase this one first on the privacy page.
          </Trans>
        </p>
        <Actions>
          <Link to="/" className={buttonClass()}>
            <Trans>Go on with mine</Trans>
          </Link>
        </Actions>
      </Page>
    )
  if (token === null) return <WithoutCode onOpened={opened} />
  return (
    <Page
      title={t`Open your record here?`}
      lead={<Trans>Only if this device is yours: whoever uses this browser can open your record then.</Trans>}
    >
      <Card>
        <WhatIsKept days={days} />
      </Card>
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        <Button disabled={busy} onClick={() => void open()}>
          <Trans>Yes, open it here</Trans>
        </Button>
        <Link to="/" className={buttonClass('plain')}>
          <Trans>No</Trans>
        </Link>
      </Actions>
    </Page>
  )
}

/** Without a code: by passkey, or how to get a code. */
function WithoutCode({ onOpened }: { onOpened: () => Promise<void> }) {
  const { t } = useLingui()
  const { busy, failed, run } = useDoing()
  const mail = useConfigIfKnown()?.mail === true
  const open = () =>
    run(async () => {
      try {
        await call('enterByPasskey', { body: await signByPasskey(await call('entryChallenge')) })
        await onOpened()
      } catch (error) {
        if (!(error instanceof PasskeyCancelled)) throw error
      }
    })
  return (
    <Page title={t`I have a record already`}>
      <p>
        <Trans>
          Open “Your devices” on the device where you began, show a code there, and point this device’s camera
          at it.
        </Trans>
      </p>
      {failed ? <ErrorNote error={failed} /> : null}
      {passkeysWork() && (
        <Actions>
          <Button disabled={busy} onClick={() => void open()}>
            <Trans>Open it with a passkey</Trans>
          </Button>
        </Actions>
      )}
      {mail && <AskMail />}
      {mail && <ByPassword onOpened={onOpened} />}
    </Page>
  )
}
