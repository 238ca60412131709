import type { SignInReply, StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { PasskeyCancelled, passkeysWork, signByPasskey } from '../../lib/passkey.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { DoorFrame } from './door-frame.tsx'
import { Forgotten } from './forgotten.tsx'

type Props = { onReply: (reply: SignInReply) => void; onIn: (staff: StaffMe) => void }

/** Staff sign in: by password and a second step, or by passkey, which is both. What was typed stays when it is refused. */
export function PasswordStep({ onReply, onIn }: Props) {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, failed, run } = useDoing()
  const byPassword = () =>
    run(async () => onReply(await call('signIn', { body: { email: email.trim(), password } })))
  const byPasskey = () =>
    run(async () => {
      try {
        const signed = await signByPasskey(await call('staffPasskeyChallenge'))
        onIn((await call('staffPasskeySignIn', { body: signed })).staff)
      } catch (error) {
        if (!(error instanceof PasskeyCancelled)) throw error
      }
    })
  return (
    <DoorFrame
      title={t`For clinics`}
      below={
        <p>
          <a href="/">
            <Trans>I am a patient</Trans>
          </a>
        </p>
      }
    >
      <Form
        onSubmit={byPassword}
        busy={busy}
        failed={failed}
        action={busy ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
      >
        <Field
          label={t`E-mail`}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={setEmail}
        />
        <Field
          label={t`Password`}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
      </Form>
      {passkeysWork() && (
        <Button look="plain" disabled={busy} onClick={() => void byPasskey()}>
          <Trans>Sign in with a passkey</Trans>
        </Button>
      )}
      <Forgotten email={email.trim()} />
    </DoorFrame>
  )
}
