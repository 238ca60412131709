import type { RedFlagGate } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Many } from '../../ui/choice.tsx'
import { withoutContradiction } from './answers.ts'
import { type Place, StepFrame } from './step-frame.tsx'

type GateStepProps = {
  gate: RedFlagGate
  place: Place
  value: readonly string[]
  onChange: (values: string[]) => void
  onDone: () => void
}

/** A question that opens several checks at once; "none of these" is an answer of its own, so that nothing is passed by silence. */
export function GateStep({ gate, place, value, onChange, onDone }: GateStepProps) {
  const { t } = useLingui()
  const [missing, setMissing] = useState(false)
  return (
    <StepFrame
      place={place}
      title={gate.question}
      lead={t`Choose all that fit.`}
      onNext={() => (value.length === 0 ? setMissing(true) : onDone())}
    >
      <Many
        legend={gate.question}
        legendHidden
        options={gate.options}
        values={value}
        error={
          missing && value.length === 0 ? t`Choose at least one line. “None of these” is one too.` : null
        }
        onChange={(after) => onChange(withoutContradiction(value, after))}
      />
    </StepFrame>
  )
}
