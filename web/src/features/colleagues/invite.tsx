import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import type { Handed } from './hand-over.tsx'
import { GIVEN_ROLES, type GivenRole, ROLE_WORDS } from './role-words.ts'

type Props = { onInvited: (handed: Handed) => void }

/** Asking somebody to join: name, address, role. */
export function Invite({ onInvited }: Props) {
  const { t, i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<GivenRole>('therapist')
  const { busy, failed, run } = useDoing()
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>
          <Trans>Invite somebody</Trans>
        </Button>
      </div>
    )
  const send = () =>
    run(async () => {
      const body = { name: name.trim(), email: email.trim(), role }
      onInvited({ ...(await call('inviteStaff', { body })), name: body.name })
      setName('')
      setEmail('')
      setOpen(false)
    })
  return (
    <Card label={t`Invite somebody`}>
      <Form
        onSubmit={send}
        busy={busy}
        failed={failed}
        action={<Trans>Make the link</Trans>}
        beside={
          <Button look="quiet" onClick={() => setOpen(false)}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <Field label={t`Name`} autoComplete="off" maxLength={100} required value={name} onChange={setName} />
        <Field
          label={t`E-mail`}
          hint={t`They sign in with it. No mail is sent yet: you get a link to hand over.`}
          type="email"
          autoComplete="off"
          required
          value={email}
          onChange={setEmail}
        />
        <Choice
          legend={t`Role`}
          options={GIVEN_ROLES.map((given) => ({
            value: given.role,
            label: i18n._(ROLE_WORDS[given.role]),
            hint: i18n._(given.may),
          }))}
          value={role}
          onChange={(value) => setRole(value as GivenRole)}
        />
      </Form>
    </Card>
  )
}
