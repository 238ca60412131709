import { PASSWORD_LETTERS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'

type Props = { address: string; has: boolean; onChanged: () => void }

/** A password beside the confirmed address, for whoever likes one better than waiting for a mail. Nobody needs one. */
export function OwnPassword({ address, has, onChanged }: Props) {
  const { t } = useLingui()
  const [typed, setTyped] = useState<string | null>(null)
  const { busy, failed, run } = useDoing()
  const set = (password: string | null) =>
    run(async () => {
      await call('setOwnPassword', { body: { password } })
      setTyped(null)
      onChanged()
    })
  if (typed !== null)
    return (
      <Form
        onSubmit={() => set(typed)}
        busy={busy}
        failed={failed}
        action={<Trans>Keep this password</Trans>}
        beside={
          <Button look="quiet" onClick={() => setTyped(null)}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <input type="hidden" name="username" autoComplete="username" value={address} readOnly />
        <Field
          label={t`New password`}
          type="password"
          autoComplete="new-password"
          hint={t`At least ${PASSWORD_LETTERS.alone} characters. Four words that do not belong together are easy to remember.`}
          required
          value={typed}
          onChange={setTyped}
        />
      </Form>
    )
  return (
    <>
      <p>
        {has ? (
          <Trans>A password opens your record too, together with this address.</Trans>
        ) : (
          <Trans>You need no password. If you like one better than waiting for a mail, choose one.</Trans>
        )}
      </p>
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        <Button look="plain" disabled={busy} onClick={() => setTyped('')}>
          {has ? <Trans>Change the password</Trans> : <Trans>Choose a password</Trans>}
        </Button>
        {has && (
          <Button look="quiet" disabled={busy} onClick={() => void set(null)}>
            <Trans>Remove the password</Trans>
          </Button>
        )}
      </Actions>
    </>
  )
}
