import type { GoalLadder, Plan } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Card } from '../../ui/card.tsx'
import styles from './plan-page.module.css'

const MARKS = { done: '✓', now: '●', later: '○' } as const

function StateWord({ state }: { state: GoalLadder['steps'][number]['state'] }) {
  if (state === 'done') return <Trans>behind you</Trans>
  return state === 'now' ? <Trans>now</Trans> : <Trans>later</Trans>
}

function Steps({ ladder }: { ladder: GoalLadder }) {
  return (
    <ol className={styles['ladder']}>
      {ladder.steps.map(({ text, state }) => (
        <li key={text} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
          <span className={styles['rung']} aria-hidden="true">
            {MARKS[state]}
          </span>
          <span>
            {text}{' '}
            <span className={styles['soft']}>
              (<StateWord state={state} />)
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What the person wants to do again, each with the steps that lead there. */
export function Goals({ goals }: { goals: Plan['goals'] }) {
  if (goals.length === 0) return null
  return (
    <Card>
      <h2>
        <Trans>What you want to do again</Trans>
      </h2>
      <ul className={styles['goals']}>
        {goals.map(({ text, now, ladder }) => (
          <li key={text}>
            <h3>
              {text}{' '}
              <span className={styles['soft']}>
                <Trans>({now} of 10 now)</Trans>
              </span>
            </h3>
            {ladder && <Steps ladder={ladder} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}
