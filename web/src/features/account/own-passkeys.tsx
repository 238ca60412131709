import type { Reply } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../lib/api.ts'
import { makePasskey, PasskeyCancelled, passkeysWork } from '../../lib/passkey.ts'
import { shortDayOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './devices-page.module.css'

type Props = { passkeys: Reply<'myDevices'>['passkeys']; onChanged: () => void }

/** A passkey, for whoever wants to get back in when every device is lost. Left out where this browser cannot make one. */
export function OwnPasskeys({ passkeys, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const { busy, failed, run } = useDoing()
  if (!passkeysWork() && passkeys.length === 0) return null
  const add = () =>
    run(async () => {
      try {
        const made = await makePasskey(await call('newOwnPasskey'), t`Passkey`)
        await call('addOwnPasskey', { body: made })
        onChanged()
      } catch (error) {
        if (!(error instanceof PasskeyCancelled)) throw error
      }
    })
  const remove = (id: string) =>
    run(async () => {
      await call('removeOwnPasskey', { params: { id } })
      onChanged()
    })
  return (
    <Card label={t`A way back in`}>
      <h2>
        <Trans>A way back in</Trans>
      </h2>
      <p>
        <Trans>
          A passkey opens your record on a new phone too, by your finger, your face or the code of your
          device. No name and no password are kept.
        </Trans>
      </p>
      {passkeys.length > 0 && (
        <ul className={styles['rows']}>
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span>
                <strong>{passkey.label}</strong>{' '}
                <small>
                  <Trans>made {shortDayOf(passkey.createdAt, i18n.locale)}</Trans>
                </small>
              </span>
              <Button look="plain" disabled={busy} onClick={() => void remove(passkey.id)}>
                <Trans>Remove</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {failed ? <ErrorNote error={failed} /> : null}
      {passkeysWork() && (
        <Actions>
          <Button look="plain" disabled={busy} onClick={() => void add()}>
            <Trans>Add a passkey</Trans>
          </Button>
        </Actions>
      )}
    </Card>
  )
}
