import type { MovementTest, MovementTestResult, SelfTestResult } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Stack } from '../../ui/page.tsx'
import type { CheckState, Step } from './check-state.ts'
import styles from './movement-check.module.css'
import { RATING_WORDS, SELF_WORDS, UNIT_WORDS } from '../../ui/rating-words.ts'

type CheckSummaryProps = { steps: readonly Step[]; state: CheckState; onAgain: (index: number) => void }

/** What came of each test, with a way to do it again. */
export function CheckSummary({ steps, state, onAgain }: CheckSummaryProps) {
  return (
    <Stack>
      {steps.map((step, index) => {
        if (step.kind === 'offer') return null
        const offered = step.kind === 'further' ? step.offered : null
        if (offered?.by === 'self')
          return (
            <Row
              key={offered.test.id}
              name={offered.test.name}
              done={state.selfResults[offered.test.id] != null}
              onAgain={() => onAgain(index)}
            >
              <OwnWords result={state.selfResults[offered.test.id] ?? null} />
            </Row>
          )
        const test = step.kind === 'first' ? step.test : offered?.test
        return (
          test && (
            <Row
              key={test.id}
              name={test.name}
              done={state.results[test.id] != null}
              onAgain={() => onAgain(index)}
            >
              <ResultWords test={test} result={state.results[test.id] ?? null} />
            </Row>
          )
        )
      })}
    </Stack>
  )
}

type RowProps = { name: string; done: boolean; onAgain: () => void; children: ReactNode }

function Row({ name, done, onAgain, children }: RowProps) {
  const { t } = useLingui()
  return (
    <Card className={styles['result']}>
      <h2>{name}</h2>
      {children}
      <Button
        look="quiet"
        onClick={onAgain}
        aria-label={done ? t`Do this one again: ${name}` : t`Do this one: ${name}`}
      >
        {done ? <Trans>Do this one again</Trans> : <Trans>Do this one</Trans>}
      </Button>
    </Card>
  )
}

const Skipped = () => (
  <p>
    <Trans>Skipped</Trans>
  </p>
)

function OwnWords({ result }: { result: SelfTestResult | null }) {
  const { t, i18n } = useLingui()
  if (!result) return <Skipped />
  const sides = { left: t`left`, right: t`right`, both: t`both sides` }
  const side = result.side ? ` (${sides[result.side]})` : ''
  return (
    <p>
      {i18n._(SELF_WORDS[result.result])}
      {side}
    </p>
  )
}

function ResultWords({ test, result }: { test: MovementTest; result: MovementTestResult | null }) {
  const { t, i18n } = useLingui()
  if (!result) return <Skipped />
  const pain = result.pain ?? '–'
  if (test.protocol.trend)
    return (
      <p>
        <Trans>Kept, to compare it with yourself later. Pain: {pain} of 10.</Trans>
      </p>
    )
  const { value, rating } = result
  if (value != null || (rating != null && !result.ratings)) {
    const unit = UNIT_WORDS[test.protocol.unit]
    const words =
      value == null
        ? rating && i18n._(RATING_WORDS[rating].label)
        : `${value} ${unit ? i18n._(unit) : ''} (± ${result.error ?? 0})`
    return (
      <p>
        <Trans>
          {words}. Pain: {pain} of 10.
        </Trans>
      </p>
    )
  }
  const degrees = (measured: number | null): string =>
    measured === null ? t`not measured` : `${measured}° ± ${result.error ?? 0}°`
  const rated = (side: 'left' | 'right'): string => {
    const own = result.ratings?.[side]
    return own ? i18n._(RATING_WORDS[own].label) : degrees(result[side])
  }
  return (
    <p>
      <Trans>
        Left: {rated('left')}. Right: {rated('right')}. Pain: {pain} of 10.
      </Trans>
    </p>
  )
}
