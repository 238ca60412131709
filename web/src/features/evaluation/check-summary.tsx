import type { MovementTest, MovementTestResult } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Stack } from '../../ui/page.tsx'
import styles from './movement-check.module.css'
import { RATING_WORDS } from './rating-words.ts'

type CheckSummaryProps = {
  tests: MovementTest[]
  results: Record<string, MovementTestResult>
  onAgain: (index: number) => void
}

/** What came of each test, with a way to do it again. */
export function CheckSummary({ tests, results, onAgain }: CheckSummaryProps) {
  const { t } = useLingui()
  return (
    <Stack>
      {tests.map((test, index) => (
        <Card key={test.id} className={styles['result']}>
          <h2>{test.name}</h2>
          <ResultWords result={results[test.id] ?? null} />
          <Button look="quiet" onClick={() => onAgain(index)} aria-label={t`Do this one again: ${test.name}`}>
            <Trans>Do this one again</Trans>
          </Button>
        </Card>
      ))}
    </Stack>
  )
}

function ResultWords({ result }: { result: MovementTestResult | null }) {
  const { t, i18n } = useLingui()
  if (!result)
    return (
      <p>
        <Trans>Skipped</Trans>
      </p>
    )
  const degrees = (value: number | null): string =>
    value === null ? t`not measured` : `${value}° ± ${result.error ?? 0}°`
  const rated = (side: 'left' | 'right'): string => {
    const rating = result.ratings?.[side]
    return rating ? i18n._(RATING_WORDS[rating].label) : degrees(result[side])
  }
  return (
    <p>
      <Trans>
        Left: {rated('left')}. Right: {rated('right')}. Pain: {result.pain ?? '–'} of 10.
      </Trans>
    </p>
  )
}
