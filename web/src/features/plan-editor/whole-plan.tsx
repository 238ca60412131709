import { type DraftFault, PhaseId, type PlanDraft } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Fault } from './fault-words.tsx'
import { NumberCell } from './number-cell.tsx'
import { PHASES } from './phase-words.ts'
import styles from './plan-editor.module.css'

type Props = {
  draft: PlanDraft
  faults: readonly DraftFault[]
  onChange: (change: Partial<PlanDraft>) => void
}

/** Phase, how often, and how far the rules may go by themselves. */
export function WholePlan({ draft, faults, onChange }: Props) {
  const { t, i18n } = useLingui()
  const { cadence, bounds, phase } = draft
  const often = (change: Partial<typeof cadence>) => onChange({ cadence: { ...cadence, ...change } })
  const bound = (change: Partial<typeof bounds>) => onChange({ bounds: { ...bounds, ...change } })
  const wrong = (field: string) => faults.some((fault) => fault.field === field)
  const cell = (field: string, label: string, value: number, set: (value: number) => void, step = 1) => (
    <NumberCell label={label} title="" value={value} step={step} wrong={wrong(field)} onChange={set} />
  )
  return (
    <section aria-labelledby="whole" className={styles['block']}>
      <h2 id="whole">
        <Trans>The whole plan</Trans>
      </h2>
      <div className={styles['cells']}>
        <label className={`${styles['cell']} ${styles['wide']}`}>
          <span>
            <Trans>Phase</Trans>
          </span>
          <select value={phase} onChange={(event) => onChange({ phase: PhaseId.parse(event.target.value) })}>
            {PhaseId.options.map((one) => (
              <option key={one} value={one}>
                {i18n._(PHASES[one])}
              </option>
            ))}
          </select>
        </label>
        {cell('visits', t`Visits a week`, cadence.clinicVisitsPerWeek, (clinicVisitsPerWeek) =>
          often({ clinicVisitsPerWeek }),
        )}
        {cell('sessions', t`Sessions a week`, cadence.homeSessionsPerWeek, (homeSessionsPerWeek) =>
          often({ homeSessionsPerWeek }),
        )}
        {cell(
          'minutes',
          t`Minutes each`,
          cadence.minutesPerSession,
          (minutesPerSession) => often({ minutesPerSession }),
          5,
        )}
      </div>
      <h3>
        <Trans>How far the rules may go without you</Trans>
      </h3>
      <div className={styles['cells']}>
        {cell('maxSets', t`Sets at most`, bounds.maxSets, (maxSets) => bound({ maxSets }))}
        {cell(
          'maxRepsShare',
          t`Reps, % of the library’s`,
          Math.round(bounds.maxRepsShare * 100),
          (share) => bound({ maxRepsShare: share / 100 }),
          10,
        )}
        {cell(
          'weeklyVolumeShare',
          t`Growth a week, %`,
          Math.round(bounds.weeklyVolumeShare * 100),
          (share) => bound({ weeklyVolumeShare: share / 100 }),
          5,
        )}
        {cell('maxEffort', t`Effort at most, 0–10`, bounds.maxEffort, (maxEffort) => bound({ maxEffort }))}
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={bounds.allowHarderExercise}
            onChange={(event) => bound({ allowHarderExercise: event.target.checked })}
          />
          <Trans>harder exercises too</Trans>
        </label>
      </div>
      {faults
        .filter(({ grade, field }) => grade === 'wrong' && field !== 'items')
        .map((fault) => (
          <Fault key={fault.field} fault={fault} />
        ))}
    </section>
  )
}
