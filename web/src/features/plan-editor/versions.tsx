import { diffPlans, type Plan, PLAN_EDITED, PlanEdited } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { differenceWords } from '../../ui/difference-words.ts'
import styles from './plan-editor.module.css'

/** Every version of the plan with who decided it and why, and the difference between any two in words. */
export function Versions({ patientId, plan }: { patientId: string; plan: Plan }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles['block']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Versions of this plan ({plan.version})</Trans>
      </summary>
      {open && <Compared patientId={patientId} plan={plan} />}
    </details>
  )
}

function useVersion(patientId: string, version: number) {
  return useQuery({
    queryKey: ['plan-version', patientId, version],
    queryFn: ({ signal }) =>
      call('planVersion', { params: { id: patientId, version: String(version) }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

function Compared({ patientId, plan }: { patientId: string; plan: Plan }) {
  const { t, i18n } = useLingui()
  const record = useQuery({
    queryKey: ['patient', patientId],
    queryFn: ({ signal }) => call('patient', { params: { id: patientId }, signal }),
  }).data
  const [pair, setPair] = useState([Math.max(1, plan.version - 1), plan.version])
  const [from = 1, to = 1] = pair
  const [before, after] = [useVersion(patientId, from), useVersion(patientId, to)]
  const versions = (record?.planVersions ?? []).toReversed()
  const why = (version: number) =>
    record?.decisions
      .filter(({ rule }) => rule === PLAN_EDITED)
      .map(({ outcome }) => PlanEdited.safeParse(outcome))
      .find((read) => read.success && read.data.version === version)?.data?.why
  const choice = (label: string, at: 0 | 1) => (
    <label className={styles['cell']}>
      <span>{label}</span>
      <select value={pair[at]} onChange={(event) => setPair(pair.with(at, Number(event.target.value)))}>
        {versions.map(({ version }) => (
          <option key={version}>{version}</option>
        ))}
      </select>
    </label>
  )
  const changes = before && after ? diffPlans(before, after) : null
  return (
    <>
      <ol className={styles['next']}>
        {versions.map(({ version, at, decidedBy }) => (
          <li key={version}>
            <strong>{version}</strong> · {shortMomentOf(at, i18n.locale)} ·{' '}
            {record?.texts[decidedBy] ?? (decidedBy === 'rules' ? t`the rules` : decidedBy)}
            {why(version) && <> · “{why(version)}”</>}
          </li>
        ))}
      </ol>
      <div className={styles['cells']}>
        {choice(t`From version`, 0)}
        {choice(t`to version`, 1)}
      </div>
      <ul className={styles['next']} aria-live="polite">
        {changes?.map((change) => (
          <li key={JSON.stringify(change)}>{differenceWords(change, i18n)}</li>
        ))}
        {changes?.length === 0 && (
          <li>
            <Trans>No difference.</Trans>
          </li>
        )}
      </ul>
    </>
  )
}
