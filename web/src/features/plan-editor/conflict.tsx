import { diffPlans, type Plan, type PlanDraft } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { differenceWords } from '../../ui/difference-words.ts'
import { changesIn, type Names } from './as-plan.ts'
import styles from './plan-editor.module.css'

type Props = {
  patientId: string
  plan: Plan
  draft: PlanDraft
  names: Names
  onMine: () => void
  onTheirs: () => void
}

/** A newer version was made since this draft began: what it changed, what the draft changes, and the choice. Nothing is lost before it. */
export function Conflict({ patientId, plan, draft, names, onMine, onTheirs }: Props) {
  const { i18n } = useLingui()
  const base = useQuery({
    queryKey: ['plan-version', patientId, draft.base],
    queryFn: ({ signal }) =>
      call('planVersion', { params: { id: patientId, version: String(draft.base) }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  const when = shortMomentOf(plan.at, i18n.locale)
  const lists = base && [
    { title: <Trans>What it changed</Trans>, changes: diffPlans(base, plan) },
    { title: <Trans>What your draft changes</Trans>, changes: changesIn(base, draft, names) },
  ]
  return (
    <section role="alert" className={styles['stop']}>
      <h2>
        <Trans>
          Version {plan.version} was made on {when}, while you were at version {draft.base}
        </Trans>
      </h2>
      <p>
        <Trans>Nothing was overwritten, and your draft is still here.</Trans>
      </p>
      <div className={styles['two']}>
        {lists?.map(({ title, changes }, index) => (
          <div key={index === 0 ? 'theirs' : 'mine'}>
            <h3>{title}</h3>
            <ul className={styles['next']}>
              {changes.map((change) => (
                <li key={JSON.stringify(change)}>{differenceWords(change, i18n)}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className={styles['acts']}>
        <Button look="plain" onClick={onMine}>
          <Trans>Go on with my draft in place of it</Trans>
        </Button>
        <Button look="plain" onClick={onTheirs}>
          <Trans>Begin again from version {plan.version}</Trans>
        </Button>
      </div>
    </section>
  )
}
