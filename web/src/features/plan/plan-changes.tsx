import { type Me, PLAN_EDITED, type PlanChange, PlanEdited, type Proposal } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { dayOf } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { differenceWords } from '../../ui/difference-words.ts'
import styles from './plan-page.module.css'

const PROPOSAL_STATES: Readonly<Record<Proposal['status'], MessageDescriptor>> = {
  pending: msg`Waiting for your therapist`,
  accepted: msg`Accepted by your therapist`,
  edited: msg`Changed by your therapist`,
  rejected: msg`Not now, your therapist says`,
}

const DIRECTIONS: Readonly<Record<PlanChange['direction'], MessageDescriptor>> = {
  easier: msg`easier`,
  harder: msg`harder`,
  same: msg`changed`,
}

/** What a therapist set anew, newest first: the words to it, each change, who and when. */
function editsOf({ decisions }: Me) {
  return decisions
    .filter(({ rule }) => rule === PLAN_EDITED)
    .flatMap(({ outcome, by, at }) => {
      const read = PlanEdited.safeParse(outcome)
      return read.success ? [{ ...read.data, by, at }] : []
    })
    .toReversed()
}

/** What changed in the plan or waits to: what, why, and who decided. First plans are told elsewhere on the page. */
export function PlanChanges({ me }: { me: Me }) {
  const { t, i18n } = useLingui()
  const shown = me.proposals.filter(
    (proposal) => proposal.kind !== 'first-plan' && proposal.changes.length > 0,
  )
  const edits = editsOf(me)
  if (shown.length + edits.length === 0) return null
  const titleOf = (id: string) => me.plan?.items.find((item) => item.id === id)?.title ?? me.texts[id] ?? id
  return (
    <Card>
      <h2>
        <Trans>Changes to your plan</Trans>
      </h2>
      <ul className={styles['items']}>
        {edits.map(({ version, why, changes, by, at }) => (
          <li key={`edit-${version}`} className={styles['item']}>
            <p>
              <strong>
                <Trans>Set anew by {me.texts[by] ?? t`your therapist`}</Trans>
              </strong>{' '}
              · {dayOf(at)}
            </p>
            <blockquote className={styles['note']}>{why}</blockquote>
            <ul>
              {changes.map((change) => (
                <li key={JSON.stringify(change)}>{differenceWords(change, i18n)}</li>
              ))}
            </ul>
          </li>
        ))}
        {shown.map((proposal) => (
          <li key={proposal.id} className={styles['item']}>
            <p>
              <strong>{i18n._(PROPOSAL_STATES[proposal.status])}</strong> ·{' '}
              {proposal.decidedBy && `${proposal.decidedBy} · `}
              {dayOf(proposal.decidedAt ?? proposal.createdAt)}
            </p>
            <ul>
              {proposal.changes.map((change) => (
                <li key={`${change.planItemId}${change.variable}`}>
                  {titleOf(change.planItemId)}: {i18n._(DIRECTIONS[change.direction])}.{' '}
                  {change.because.map((because) => explain(because)).join(' ')}
                </li>
              ))}
            </ul>
            {proposal.note && <blockquote className={styles['note']}>{proposal.note}</blockquote>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
