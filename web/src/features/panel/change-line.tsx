import type { WaitingProposal } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import styles from './panel-page.module.css'

type Change = WaitingProposal['changes'][number]

const VARIABLES: Record<Change['variable'], MessageDescriptor> = {
  reps: msg`repetitions`,
  sets: msg`sets`,
  hold: msg`seconds of hold`,
  range: msg`share of range`,
  tempo: msg`tempo`,
  rest: msg`seconds of rest`,
  exercise: msg`exercise`,
  state: msg`state`,
}
const DIRECTIONS: Record<Change['direction'], { sign: string; label: MessageDescriptor }> = {
  easier: { sign: '↓', label: msg`easier` },
  harder: { sign: '↑', label: msg`harder` },
  same: { sign: '→', label: msg`same` },
}
const KINDS: Record<WaitingProposal['kind'], MessageDescriptor> = {
  'first-plan': msg`First plan`,
  'co-sign': msg`For your weekly co-sign`,
  'beyond-bounds': msg`Change that waits for you`,
  'next-phase': msg`Ready for the next phase`,
  discharge: msg`Ready to end the programme`,
}

const shown = ({ variable }: Change, value: string | number): string =>
  variable === 'range' && typeof value === 'number' ? `${Math.round(value * 100)} %` : String(value)

/** One proposal in words: what kind it is, what it would change, and why. */
export function ProposalLines({ proposal }: { proposal: WaitingProposal }) {
  const { i18n } = useLingui()
  const reasons = [...proposal.because, ...proposal.changes.flatMap(({ because }) => because)].map(
    (because) => explain(because),
  )
  return (
    <div className={styles['proposal']}>
      <strong>{i18n._(KINDS[proposal.kind])}</strong>
      {proposal.changes.length > 0 && (
        <ul>
          {proposal.changes.map((change) => (
            <li key={`${change.planItemId} ${change.variable}`}>
              {change.title}: {i18n._(VARIABLES[change.variable])} {shown(change, change.from)} →{' '}
              <strong>{shown(change, change.to)}</strong>{' '}
              <span aria-hidden="true">{DIRECTIONS[change.direction].sign} </span>
              {i18n._(DIRECTIONS[change.direction].label)}
            </li>
          ))}
        </ul>
      )}
      {[...new Set(reasons)].map((reason) => (
        <p key={reason} className={styles['quiet']}>
          {reason}
        </p>
      ))}
    </div>
  )
}
