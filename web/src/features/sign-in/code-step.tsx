import type { StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { DoorFrame } from './door-frame.tsx'

type Props = { backupCodesLeft: number; onIn: (staff: StaffMe) => void; onAnew: () => void }

/** The second step: a code from the authenticator, or a backup code where it is not at hand. */
export function CodeStep({ backupCodesLeft, onIn, onAnew }: Props) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const [backup, setBackup] = useState(false)
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      const reply = await call('signInCode', { body: { code } })
      if (reply.step === 'in') onIn(reply.staff)
    })
  return (
    <DoorFrame
      title={t`One more step`}
      below={
        <Button look="quiet" onClick={onAnew}>
          <Trans>Sign in as somebody else</Trans>
        </Button>
      }
    >
      <Form onSubmit={send} busy={busy} failed={failed} action={<Trans>Sign in</Trans>}>
        {backup ? (
          <Field
            label={t`Backup code`}
            hint={t`Each works once. You have ${backupCodesLeft} left.`}
            autoComplete="off"
            maxLength={40}
            required
            value={code}
            onChange={setCode}
          />
        ) : (
          <CodeField value={code} onChange={setCode} hint={t`From the authenticator app on your phone.`} />
        )}
      </Form>
      <Button
        look="quiet"
        onClick={() => {
          setBackup(!backup)
          setCode('')
        }}
      >
        {backup ? <Trans>Use the authenticator app</Trans> : <Trans>My authenticator is not at hand</Trans>}
      </Button>
    </DoorFrame>
  )
}
