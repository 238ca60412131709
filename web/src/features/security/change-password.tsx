import { PASSWORD_LETTERS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Card, Notice } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { AskPassword } from './ask-password.tsx'

/** A new password; everybody else who is signed in by the old one is signed out. */
export function ChangePassword({ onChanged }: { onChanged: () => void }) {
  const { t } = useLingui()
  const [newPassword, setNewPassword] = useState('')
  const [changed, setChanged] = useState(false)
  const change = async (password: string) => {
    await call('changeStaffPassword', { body: { password, newPassword } })
    setNewPassword('')
    setChanged(true)
    onChanged()
  }
  return (
    <Card label={t`Password`}>
      <h2>
        <Trans>Password</Trans>
      </h2>
      {changed && (
        <Notice tone="ok" live>
          <p>
            <Trans>Your password is changed. You are signed out everywhere else.</Trans>
          </p>
        </Notice>
      )}
      <AskPassword
        open={<Trans>Change the password</Trans>}
        action={<Trans>Change it</Trans>}
        onPassword={change}
      >
        <Field
          label={t`New password`}
          hint={t`At least ${PASSWORD_LETTERS.least} characters. Four words that do not belong together are easy to remember.`}
          type="password"
          autoComplete="new-password"
          required
          value={newPassword}
          onChange={setNewPassword}
        />
      </AskPassword>
    </Card>
  )
}
