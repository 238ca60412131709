import type { SelfTest, SelfTestResult } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Actions, Stack } from '../../ui/page.tsx'
import styles from './movement-check.module.css'
import { SELF_WORDS } from '../../ui/rating-words.ts'

type SelfTestScreenProps = { test: SelfTest; onResult: (result: SelfTestResult | null) => void }

const RESULTS = ['pass', 'limited', 'painful'] as const
type Side = NonNullable<SelfTestResult['side']>

/** One test that the person does alone: what it is for, the steps, when to stop, and how it went. */
export function SelfTestScreen({ test, onResult }: SelfTestScreenProps) {
  const { t, i18n } = useLingui()
  const [result, setResult] = useState<SelfTestResult['result'] | null>(null)
  const [side, setSide] = useState<Side | null>(null)
  const asksSide = test.sides === 'each' && result !== null && result !== 'pass'
  const sides: { value: Side; label: string }[] = [
    { value: 'left', label: t`Left` },
    { value: 'right', label: t`Right` },
    { value: 'both', label: t`Both` },
  ]
  const missing = result === null || (asksSide && side === null)
  return (
    <Stack gap="l">
      <div className={styles['alone']} lang={test.lang}>
        <p className={styles['note']}>{test.why}</p>
        <ol className={styles['steps']}>
          {test.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className={styles['stop']}>{test.stop}</p>
      </div>
      <Choice
        legend={<Trans>How did it go?</Trans>}
        options={RESULTS.map((value) => ({
          value,
          label: i18n._(SELF_WORDS[value]),
          hint: test.means[value],
        }))}
        value={result}
        onChange={(chosen) => setResult(RESULTS.find((one) => one === chosen) ?? null)}
      />
      {asksSide && (
        <Choice
          legend={<Trans>On which side?</Trans>}
          options={sides}
          value={side}
          onChange={(chosen) => setSide(sides.find(({ value }) => value === chosen)?.value ?? null)}
        />
      )}
      <Actions>
        <Button
          large
          disabled={missing}
          onClick={() => result !== null && onResult({ result, side: asksSide ? side : null })}
        >
          <Trans>Next</Trans>
        </Button>
        <Button large look="quiet" onClick={() => onResult(null)}>
          <Trans>Skip this test</Trans>
        </Button>
      </Actions>
    </Stack>
  )
}
