import { ageOn } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { typedNumber } from './answers.ts'
import { type Place, StepFrame } from './step-frame.tsx'

type BornStepProps = { place: Place; value: number | null; onDone: (year: number) => void }

/** The year of birth: asked first, looked at on this device before anything about health is asked. */
export function BornStep({ place, value, onDone }: BornStepProps) {
  const { t } = useLingui()
  const [text, setText] = useState(value === null ? '' : String(value))
  const [error, setError] = useState<string | null>(null)
  const next = () => {
    const year = typedNumber(text)
    const age = year === null ? null : ageOn(year, new Date().toISOString())
    if (year === null || age === null || age > 120)
      return setError(t`Give the year with four digits, such as 1968.`)
    onDone(year)
  }
  return (
    <StepFrame
      place={place}
      title={t`In which year were you born?`}
      lead={
        <Trans>Some things need more care at some ages. The year is enough; we do not ask the date.</Trans>
      }
      onNext={next}
    >
      <Field
        label={t`Year of birth`}
        value={text}
        onChange={(next) => {
          setText(next)
          setError(null)
        }}
        error={error}
        inputMode="numeric"
        autoComplete="bday-year"
        maxLength={4}
      />
    </StepFrame>
  )
}
