import {
  type ClinicTemplate,
  type LibraryExercise,
  namesPerson,
  type PlanDraft,
  programmeOf,
  templateFaults,
} from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { explain } from '../../lib/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './plan-editor.module.css'
import { templatesQuery } from './templates-query.ts'

type Props = { label: string; draft: PlanDraft; library: readonly LibraryExercise[] }

const LEAST_NAME = 2

/** The programme on the desk as a template of the clinic, new or the next version of one: what of it is kept, under which name, for whom. */
export function KeepTemplate({ label, draft, library }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const list = useQuery(templatesQuery).data ?? []
  const [id, setId] = useState(newId)
  const [name, setName] = useState('')
  const [whom, setWhom] = useState('')
  const [done, setDone] = useState<ClinicTemplate | null>(null)
  const { busy, failed, run } = useDoing()
  const programme = programmeOf(draft, library)
  const faults = templateFaults(programme, library)
  const old = list.find((one) => one.id === id)
  const named = namesPerson(`${name} ${whom}`, label)
  const choose = (next: string) => {
    const one = list.find((each) => each.id === next)
    setId(one?.id ?? newId())
    setName(one?.name ?? '')
    setWhom(one?.whom ?? '')
    setDone(null)
  }
  const keep = () =>
    run(async () => {
      try {
        const body = { base: old?.version ?? 0, name, whom, state: 'offered' as const, programme }
        const kept = await call('putTemplate', { params: { id }, body })
        setDone(kept)
      } catch (error) {
        // Somebody has made a newer version meanwhile: the list is read anew, and the words stay.
        if (error instanceof ApiError && error.code === 'conflict')
          await client.invalidateQueries(templatesQuery)
        throw error
      }
      await client.invalidateQueries(templatesQuery)
    })
  const ready =
    programme.items.length > 0 && faults.length === 0 && !named && name.trim().length >= LEAST_NAME
  return (
    <details className={styles['card']}>
      <summary>
        <Trans>Keep this programme as a template</Trans>
      </summary>
      <div className={styles['inside']}>
        <p className={styles['quiet']}>
          <Plural
            value={programme.items.length}
            one="# exercise with its dose is kept, how often, and how far the rules may go."
            other="# exercises with their doses are kept, how often, and how far the rules may go."
          />{' '}
          <Trans>Words to the patient, reasons, visits and what rests stay here.</Trans>
        </p>
        <label className={styles['cell']}>
          <span>
            <Trans>As</Trans>
          </span>
          <select value={old?.id ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">{t`a new template`}</option>
            {list
              .filter(({ state }) => state === 'offered')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {t`the next version of “${one.name}”`}
                </option>
              ))}
          </select>
        </label>
        <Field
          label={t`Name`}
          hint={t`Patients whose plan comes from it can read this name.`}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={setName}
          error={named ? t`This names the patient. A template is for anybody.` : null}
        />
        <Field
          label={t`Whom it is for`}
          hint={t`In general: stiff after long sitting, first weeks.`}
          maxLength={200}
          lines={2}
          value={whom}
          onChange={setWhom}
        />
        {faults.length > 0 && (
          <ul className={styles['next']}>
            {faults.map(({ path, because }) => (
              <li key={path} className={styles['fault']} data-grade="wrong">
                ▲ {explain(because)}
              </li>
            ))}
          </ul>
        )}
        {failed ? <ErrorNote error={failed} /> : null}
        <output>
          {done && (
            <Trans>
              ✓ “{done.name}” is kept, version {done.version}.
            </Trans>
          )}
        </output>
        <div className={styles['acts']}>
          <Button look="plain" disabled={!ready || busy} onClick={() => void keep()}>
            <Trans>Keep as a template</Trans>
          </Button>
        </div>
      </div>
    </details>
  )
}
