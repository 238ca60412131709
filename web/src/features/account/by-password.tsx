import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** For whoever chose a password: the record by address and password, out of the way of those who have none. */
export function ByPassword({ onOpened }: { onOpened: () => Promise<void> }) {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, failed, run } = useDoing()
  const open = () =>
    run(async () => {
      await call('enterByPassword', { body: { email: email.trim(), password } })
      await onOpened()
    })
  if (!asked)
    return (
      <Actions>
        <Button look="quiet" onClick={() => setAsked(true)}>
          <Trans>I chose a password</Trans>
        </Button>
      </Actions>
    )
  return (
    <Form onSubmit={open} busy={busy} failed={failed} action={<Trans>Open it with the password</Trans>}>
      <Field
        label={t`Your e-mail`}
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
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
    </Form>
  )
}
