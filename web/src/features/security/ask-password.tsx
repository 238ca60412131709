import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

type Props = {
  /** What the button says that opens the question. */
  open: ReactNode
  action: ReactNode
  onPassword: (password: string) => Promise<void>
  children?: ReactNode
}

/** Something about signing in changes: the password is asked for again, for a browser left open is not enough. */
export function AskPassword({ open, action, onPassword, children }: Props) {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const { busy, failed, run } = useDoing()
  const close = () => {
    setAsking(false)
    setPassword('')
  }
  if (!asking)
    return (
      <div>
        <Button look="plain" onClick={() => setAsking(true)}>
          {open}
        </Button>
      </div>
    )
  return (
    <Form
      onSubmit={() =>
        run(async () => {
          await onPassword(password)
          close()
        })
      }
      busy={busy}
      failed={failed}
      action={action}
      beside={
        <Button look="quiet" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      {children}
      <Field
        label={t`Your password now`}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={setPassword}
      />
    </Form>
  )
}
