import type { StaffSecurity } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { makePasskey, PasskeyCancelled, passkeysWork } from '../../lib/passkey.ts'
import { shortDayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { AskPassword } from './ask-password.tsx'
import styles from './security-page.module.css'

type Props = { security: StaffSecurity; onChanged: () => void }

/** Passkeys: both factors in one touch, for whoever wants that. */
export function Passkeys({ security, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const [label, setLabel] = useState('')
  const { busy, failed, run } = useDoing()
  const add = async (password: string) => {
    try {
      const asked = await call('newStaffPasskey', { body: { password } })
      await call('addStaffPasskey', { body: await makePasskey(asked, label.trim() || t`Passkey`) })
      setLabel('')
      onChanged()
    } catch (error) {
      if (!(error instanceof PasskeyCancelled)) throw error
    }
  }
  const remove = (id: string) =>
    run(async () => {
      await call('removeStaffPasskey', { params: { id } })
      onChanged()
    })
  return (
    <Card label={t`Passkeys`}>
      <h2>
        <Trans>Passkeys</Trans>
      </h2>
      <p>
        <Trans>
          Sign in by finger, face or the code of your device, without typing a password. It never leaves the
          device.
        </Trans>
      </p>
      {failed ? <ErrorNote error={failed} /> : null}
      {security.passkeys.length > 0 && (
        <ul className={styles['rows']}>
          {security.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span>
                <strong>{passkey.label}</strong>{' '}
                <small>
                  {passkey.lastUsedAt ? (
                    <Trans>last used {shortDayOf(passkey.lastUsedAt, i18n.locale)}</Trans>
                  ) : (
                    <Trans>not used yet</Trans>
                  )}
                </small>
              </span>
              <Button
                look="quiet"
                disabled={busy}
                aria-label={t`Remove ${passkey.label}`}
                onClick={() => void remove(passkey.id)}
              >
                <Trans>Remove</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passkeysWork() ? (
        <AskPassword open={<Trans>Add a passkey</Trans>} action={<Trans>Add it</Trans>} onPassword={add}>
          <Field
            label={t`A name for this device`}
            hint={t`For example “Laptop in room 2”.`}
            maxLength={60}
            value={label}
            onChange={setLabel}
          />
        </AskPassword>
      ) : (
        <p>
          <Trans>This browser or this address cannot make one.</Trans>
        </p>
      )}
    </Card>
  )
}
