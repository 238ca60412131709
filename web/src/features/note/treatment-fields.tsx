import {
  faultsOfTreatment,
  Grade,
  segmentsOf,
  speaksAgainst,
  type StaffRole,
  TECHNIQUE_IDS,
  TECHNIQUES,
  type Treatment,
} from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useId, useState } from 'react'
import styles from './note.module.css'
import { sayNote } from './note-sayings.ts'

const TECHNIQUE_WORDS: Readonly<Record<Treatment['technique'], MessageDescriptor>> = {
  'joint-mobilisation': msg`Joint mobilisation`,
  thrust: msg`Thrust manipulation`,
  'rib-mobilisation': msg`Rib mobilisation`,
  'soft-tissue': msg`Soft tissue`,
  'trigger-point': msg`Trigger point`,
  'muscle-energy': msg`Muscle energy`,
  heat: msg`Heat`,
  cold: msg`Cold`,
  'electrical-stimulation': msg`Electrical stimulation`,
}
const SIDES = { left: msg`left`, right: msg`right`, both: msg`both sides`, central: msg`central` } as const
const RESPONSES = { better: msg`better`, same: msg`the same`, worse: msg`worse` } as const

type Props = {
  treatment: Treatment
  number: number
  tags: readonly string[]
  role: StaffRole
  onChange: (treatment: Treatment) => void
  onDrop: () => void
}

function Cell({ label, children }: { label: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className={styles['cell']}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

function numberIn(text: string, max: number): number | null {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || value < 0 || value > max ? null : value
}

/** Where it was done, typed as therapists write it: "T4-T6, R7". */
function Where({ treatment, onChange }: Pick<Props, 'treatment' | 'onChange'>) {
  const [typed, setTyped] = useState(treatment.segments.join(' '))
  const { unknown } = segmentsOf(typed)
  return (
    <Cell label={<Trans>Levels, ribs or areas</Trans>}>
      {(id) => (
        <>
          <input
            id={id}
            value={typed}
            placeholder="T4-T6"
            aria-invalid={unknown.length > 0 || undefined}
            aria-describedby={unknown.length > 0 ? `${id}-unknown` : undefined}
            onChange={(event) => {
              setTyped(event.target.value)
              onChange({ ...treatment, segments: segmentsOf(event.target.value).segments })
            }}
          />
          {unknown.length > 0 && (
            <small id={`${id}-unknown`} className={styles['fault']}>
              <Trans>Not known here: {unknown.join(', ')}</Trans>
            </small>
          )}
        </>
      )}
    </Cell>
  )
}

function Pick<T extends string>(given: {
  label: ReactNode
  value: T | null
  options: readonly (readonly [T, string])[]
  onPick: (value: T | null) => void
}) {
  return (
    <Cell label={given.label}>
      {(id) => (
        <select
          id={id}
          value={given.value ?? ''}
          onChange={(event) =>
            given.onPick(given.options.find(([value]) => value === event.target.value)?.[0] ?? null)
          }
        >
          <option value="">–</option>
          {given.options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Cell>
  )
}

function Amount(given: {
  label: ReactNode
  value: number | null
  max: number
  onAmount: (value: number | null) => void
}) {
  return (
    <Cell label={given.label}>
      {(id) => (
        <input
          id={id}
          type="number"
          min={0}
          max={given.max}
          value={given.value ?? ''}
          onChange={(event) => given.onAmount(numberIn(event.target.value, given.max))}
        />
      )}
    </Cell>
  )
}

/** One treatment of the visit: what was done, where, how strongly, how long, and how the person took it. */
export function TreatmentFields({ treatment, number, tags, role, onChange, onDrop }: Props) {
  const { t, i18n } = useLingui()
  const set = (more: Partial<Treatment>) => onChange({ ...treatment, ...more })
  const { grades, needs } = TECHNIQUES[treatment.technique]
  const against = speaksAgainst(treatment, tags)
  const faults = faultsOfTreatment(treatment, { tags, role })
  const said = <T extends string>(words: Readonly<Record<T, MessageDescriptor>>) =>
    (Object.keys(words) as T[]).map((key) => [key, i18n._(words[key])] as const)
  return (
    <fieldset
      className={styles['treatment']}
      data-carried={treatment.carried !== null && !treatment.confirmed}
    >
      <legend>
        <Trans>Treatment {number}</Trans>
      </legend>
      <Pick
        label={<Trans>Technique</Trans>}
        value={treatment.technique}
        options={TECHNIQUE_IDS.map((id) => [id, i18n._(TECHNIQUE_WORDS[id])] as const)}
        onPick={(technique) => {
          if (technique === null) return
          const own = TECHNIQUES[technique].grades
          const kept = treatment.grade !== null && own.includes(treatment.grade)
          set({ technique, grade: kept ? treatment.grade : own.length === 1 ? (own[0] ?? null) : null })
        }}
      />
      <Where treatment={treatment} onChange={onChange} />
      {grades.length > 0 && (
        <Pick
          label={<Trans>Grade</Trans>}
          value={treatment.grade}
          options={Grade.options
            .filter((grade) => grades.includes(grade))
            .map((grade) => [grade, grade] as const)}
          onPick={(grade) => set({ grade })}
        />
      )}
      {needs.includes('side') && (
        <Pick
          label={<Trans>Side</Trans>}
          value={treatment.side}
          options={said(SIDES)}
          onPick={(side) => set({ side })}
        />
      )}
      <Amount
        label={<Trans>Minutes</Trans>}
        value={treatment.minutes}
        max={120}
        onAmount={(minutes) => set({ minutes: minutes === 0 ? null : minutes })}
      />
      <Amount
        label={<Trans>Pain before</Trans>}
        value={treatment.painBefore}
        max={10}
        onAmount={(painBefore) => set({ painBefore })}
      />
      <Amount
        label={<Trans>Pain after</Trans>}
        value={treatment.painAfter}
        max={10}
        onAmount={(painAfter) => set({ painAfter })}
      />
      <Pick
        label={<Trans>Right after it</Trans>}
        value={treatment.response}
        options={said(RESPONSES)}
        onPick={(response) => set({ response })}
      />
      {against.length > 0 && (
        <Cell label={<Trans>Why it was done all the same (at least ten letters)</Trans>}>
          {(id) => (
            <input
              id={id}
              maxLength={500}
              value={treatment.override ?? ''}
              onChange={(event) => set({ override: event.target.value === '' ? null : event.target.value })}
            />
          )}
        </Cell>
      )}
      {treatment.carried !== null && (
        <label className={styles['confirm']}>
          <input
            type="checkbox"
            checked={treatment.confirmed}
            onChange={(event) => set({ confirmed: event.target.checked })}
          />
          <Trans>Taken over from the last note: it was done today too</Trans>
        </label>
      )}
      {faults.length > 0 && (
        <ul className={styles['faults']}>
          {faults.map(({ because }) => (
            <li key={because.id}>{sayNote(because)}</li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className={styles['drop']}
        aria-label={t`Take out treatment ${number}`}
        onClick={onDrop}
      >
        ✕
      </button>
    </fieldset>
  )
}
