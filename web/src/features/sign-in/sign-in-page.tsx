import type { StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { call } from '../../lib/api.ts'
import { useConfigIfKnown } from '../../lib/config.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './sign-in-page.module.css'

/** Staff sign in. What was typed stays in the form when it is refused. */
export function SignInPage({ onSignedIn }: { onSignedIn: (staff: StaffMe) => void }) {
  const { t } = useLingui()
  const config = useConfigIfKnown()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setFailed(null)
    try {
      onSignedIn(await call('signIn', { body: { email: email.trim(), password } }))
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <main className={styles['page']}>
      <h1>
        <Trans>For clinics</Trans>
      </h1>
      {config && <p className={styles['clinic']}>{config.clinic}</p>}
      <Card>
        <form className={styles['form']} onSubmit={(event) => void submit(event)}>
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
          {failed ? <ErrorNote error={failed} /> : null}
          <Button type="submit" disabled={busy}>
            {busy ? <Trans>Signing in…</Trans> : <Trans>Sign in</Trans>}
          </Button>
        </form>
      </Card>
      <p>
        <a href="/">
          <Trans>I am a patient</Trans>
        </a>
      </p>
    </main>
  )
}
