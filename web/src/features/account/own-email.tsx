import type { Reply } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { OwnPassword } from './own-password.tsx'

type Props = { email: Reply<'myDevices'>['email']; onChanged: () => void }

/** An address by which a link opens the record on another device. Left out where the clinic sends no mail. */
export function OwnEmail({ email, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const [typed, setTyped] = useState('')
  const { busy, failed, run } = useDoing()
  const set = (address: string | null) =>
    run(async () => {
      await call('setOwnEmail', { body: { email: address, lang: i18n.locale.slice(0, 2) } })
      setTyped('')
      onChanged()
    })
  return (
    <Card label={t`A link by e-mail`}>
      <h2>
        <Trans>A link by e-mail</Trans>
      </h2>
      {email === null ? (
        <>
          <p>
            <Trans>
              Give an address, and you can have a link sent there that opens your record on another device. It
              is used for nothing else. The mail says only the name of the clinic.
            </Trans>
          </p>
          <Form
            onSubmit={() => set(typed.trim())}
            busy={busy}
            failed={failed}
            action={<Trans>Send a link to confirm it</Trans>}
          >
            <Field
              label={t`E-mail`}
              type="email"
              name="email"
              autoComplete="email"
              required
              value={typed}
              onChange={setTyped}
            />
          </Form>
        </>
      ) : (
        <>
          <p>
            <strong>{email.address}</strong>{' '}
            {email.confirmed ? (
              <Trans>It is confirmed: on another device, choose “I have a record already”.</Trans>
            ) : (
              <Trans>
                It waits to be confirmed: open the mail that was sent there and press its link within 15
                minutes.
              </Trans>
            )}
          </p>
          {email.confirmed && (
            <OwnPassword address={email.address} has={email.hasPassword} onChanged={onChanged} />
          )}
          {failed ? <ErrorNote error={failed} /> : null}
          <Actions>
            {!email.confirmed && (
              <Button disabled={busy} onClick={() => void set(email.address)}>
                <Trans>Send it again</Trans>
              </Button>
            )}
            <Button look="plain" disabled={busy} onClick={() => void set(null)}>
              <Trans>Remove this address</Trans>
            </Button>
          </Actions>
        </>
      )}
    </Card>
  )
}
