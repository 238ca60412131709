import type { CoverageWords } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'

/** What is said to whoever is not on the list. */
export function WordsForm({ words }: { words: CoverageWords }) {
  const { t } = useLingui()
  const [payYourself, setPayYourself] = useState(words.payYourself)
  const [freePath, setFreePath] = useState(words.freePath)
  const [kept, setKept] = useState(false)
  const { busy, failed, run } = useDoing()
  const send = () =>
    run(async () => {
      setKept(false)
      const body = { payYourself: payYourself.trim(), freePath: freePath.trim() }
      await call('setCoverageWords', { body })
      setKept(true)
    })
  return (
    <Form onSubmit={send} busy={busy} failed={failed} action={<Trans>Keep these words</Trans>}>
      <Field
        label={t`What a visit costs whoever pays it themselves`}
        lines={3}
        maxLength={600}
        value={payYourself}
        onChange={setPayYourself}
      />
      <Field
        label={t`What is free`}
        hint={t`For example: the programme at home costs nothing.`}
        lines={3}
        maxLength={600}
        value={freePath}
        onChange={setFreePath}
      />
      <output>{kept && <Trans>Kept. People see it now.</Trans>}</output>
    </Form>
  )
}
