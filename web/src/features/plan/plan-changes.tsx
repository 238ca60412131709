import type { Me, PlanChange, Proposal } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { dayOf } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
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

/** What changed in the plan or waits to: what, why, and who decided. First plans are told elsewhere on the page. */
export function PlanChanges({ me }: { me: Me }) {
  const { i18n } = useLingui()
  const shown = me.proposals.filter(
    (proposal) => proposal.kind !== 'first-plan' && proposal.changes.length > 0,
  )
  if (shown.length === 0) return null
  const titleOf = (id: string) => me.plan?.items.find((item) => item.id === id)?.title ?? me.texts[id] ?? id
  return (
    <Card>
      <h2>
        <Trans>Changes to your plan</Trans>
      </h2>
      <ul className={styles['items']}>
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
