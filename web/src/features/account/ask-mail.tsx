import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Notice } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** A link by mail, to an address that was confirmed before. What is said is the same for every address. */
export function AskMail() {
  const { t, i18n } = useLingui()
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)
  const { busy, failed, run } = useDoing()
  const ask = () =>
    run(async () => {
      await call('askEntryMail', { body: { email: email.trim(), lang: i18n.locale.slice(0, 2) } })
      setAsked(true)
    })
  if (asked)
    return (
      <Notice live>
        <p>
          <Trans>
            If {email} opens a record here, a link is on its way. It works once, for 15 minutes. Look into the
            folder for unwanted mail too.
          </Trans>
        </p>
      </Notice>
    )
  return (
    <Form onSubmit={ask} busy={busy} failed={failed} action={<Trans>Send me a link</Trans>}>
      <Field
        label={t`E-mail that you gave here before`}
        type="email"
        name="email"
        autoComplete="email"
        required
        value={email}
        onChange={setEmail}
      />
    </Form>
  )
}
