import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Draft } from '../../lib/draft.ts'
import { Notice } from '../../ui/card.tsx'
import { Scale } from '../../ui/scale.tsx'
import { type Place, StepFrame } from './step-frame.tsx'

type ScalesStepProps = {
  place: Place
  value: Draft['pain']
  onChange: (pain: Draft['pain']) => void
  onDone: () => void
}

/** Pain now, on average and at its worst, each 0 to 10. */
export function ScalesStep({ place, value, onChange, onDone }: ScalesStepProps) {
  const { t } = useLingui()
  const [missing, setMissing] = useState(false)
  const rows = [
    { key: 'now', legend: t`Right now` },
    { key: 'average', legend: t`On average in the last week` },
    { key: 'worst', legend: t`At its worst in the last week` },
  ] as const
  const next = () => (rows.some((row) => value[row.key] === null) ? setMissing(true) : onDone())
  return (
    <StepFrame
      place={place}
      title={t`How strong is the pain?`}
      lead={t`0 is no pain, 10 is the worst pain you can think of.`}
      onNext={next}
    >
      {rows.map((row) => (
        <Scale
          key={row.key}
          legend={row.legend}
          low={t`no pain`}
          high={t`worst pain`}
          value={value[row.key]}
          onChange={(number) => onChange({ ...value, [row.key]: number })}
        />
      ))}
      {missing && rows.some((row) => value[row.key] === null) && (
        <Notice tone="warn" live>
          <p>{t`Choose a number in each row.`}</p>
        </Notice>
      )}
    </StepFrame>
  )
}
