import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Draft } from '../../lib/draft.ts'
import { Choice } from '../../ui/choice.tsx'
import { type Place, StepFrame } from './step-frame.tsx'

type SexStepProps = { place: Place; value: Draft['sex']; onDone: (sex: Draft['sex']) => void }

export function SexStep({ place, value, onDone }: SexStepProps) {
  const { t } = useLingui()
  const [sex, setSex] = useState<string>(value ?? 'skip')
  return (
    <StepFrame
      place={place}
      title={t`What is your sex?`}
      lead={<Trans>Some warning signs differ between women and men. You do not have to say.</Trans>}
      onNext={() => onDone(sex === 'female' || sex === 'male' || sex === 'other' ? sex : null)}
    >
      <Choice
        legend={t`Sex`}
        legendHidden
        value={sex}
        onChange={setSex}
        options={[
          { value: 'female', label: t`Female` },
          { value: 'male', label: t`Male` },
          { value: 'other', label: t`Other` },
          { value: 'skip', label: t`I would rather not say` },
        ]}
      />
    </StepFrame>
  )
}
