import type { OwnReminders } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { askPush, canPush, endPush } from '../../lib/push.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'

type Props = { own: OwnReminders; onChanged: () => void }

/** Reminders that this device shows. The browser asks for leave only when somebody presses here. */
export function OnDevice({ own, onChanged }: Props) {
  const { t } = useLingui()
  const { busy, failed, run } = useDoing()
  const [refused, setRefused] = useState(false)
  const turnOn = () =>
    run(async () => {
      // What a browser says that will not is many things; to the person they are one.
      const made = await askPush(own.pushKey).catch(() => null)
      setRefused(made === null)
      if (made === null) return
      await call('addPush', { body: made })
      onChanged()
    })
  const turnOff = () =>
    run(async () => {
      await call('removePush')
      await endPush().catch(() => undefined)
      onChanged()
    })
  return (
    <Card label={t`On your devices`}>
      <h2>
        <Trans>On your devices</Trans>
      </h2>
      <p data-push-devices={own.devices}>
        <Plural
          value={own.devices}
          _0="No device of yours shows reminders."
          one="# device of yours shows reminders."
          other="# devices of yours show reminders."
        />
      </p>
      {!canPush() && (
        <p>
          <Trans>This browser cannot show any. On an iPhone, put this page on your home screen first.</Trans>
        </p>
      )}
      {refused && (
        <Notice live>
          <p>
            <Trans>
              This browser does not allow it. You can change that in its settings for this page, or take
              e-mail.
            </Trans>
          </p>
        </Notice>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        {canPush() && (
          <Button look="plain" disabled={busy} onClick={() => void turnOn()}>
            <Trans>Show them on this device</Trans>
          </Button>
        )}
        {own.devices > 0 && (
          <Button look="quiet" disabled={busy} onClick={() => void turnOff()}>
            <Trans>On no device any more</Trans>
          </Button>
        )}
      </Actions>
    </Card>
  )
}
