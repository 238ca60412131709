import type { ClinicTemplate } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { doseWords } from '../../ui/dosage-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import type { Names } from './as-plan.ts'
import { PHASES } from './phase-words.ts'
import styles from './plan-editor.module.css'

type Props = { template: ClinicTemplate; names: Names; writes: boolean }

/** One template: what it holds, its versions, and for whoever may: another name, out of use, back in use. */
export function TemplateCard({ template, names, writes }: Props) {
  const { i18n } = useLingui()
  const client = useQueryClient()
  const [renaming, setRenaming] = useState(false)
  const { busy, failed, run } = useDoing()
  const { id, name, whom, state, programme, version } = template
  const put = (change: Partial<Pick<ClinicTemplate, 'name' | 'whom' | 'state'>>) =>
    run(async () => {
      const body = { base: version, name, whom, state, programme, ...change }
      try {
        await call('putTemplate', { params: { id }, body })
        setRenaming(false)
      } finally {
        await client.invalidateQueries({ queryKey: ['plan-templates'] })
      }
    })
  const { cadence, phase, items } = programme
  return (
    <article className={styles['card']} aria-label={name}>
      <h2>{name}</h2>
      {whom !== '' && <p>{whom}</p>}
      <p className={styles['quiet']}>
        {i18n._(PHASES[phase])} · <Plural value={items.length} one="# exercise" other="# exercises" /> ·{' '}
        <Plural value={cadence.homeSessionsPerWeek} one="# session a week" other="# sessions a week" />,{' '}
        <Trans>{cadence.minutesPerSession} min each</Trans>
      </p>
      <details className={styles['more']}>
        <summary>
          <Trans>What it holds</Trans>
          <span className="visually-hidden">: {name}</span>
        </summary>
        <ol className={styles['next']}>
          {items.map(({ exerciseId, dosage }) => (
            <li key={exerciseId}>
              <strong>{names.get(exerciseId) ?? exerciseId}</strong>{' '}
              <span className={styles['quiet']}>{doseWords(dosage, i18n)}</span>
            </li>
          ))}
        </ol>
      </details>
      <Versions template={template} />
      {writes && renaming && (
        <Rename
          template={template}
          busy={busy}
          failed={failed}
          onKeep={put}
          onCancel={() => setRenaming(false)}
        />
      )}
      {writes && !renaming && (
        <div className={styles['acts']}>
          <Button look="plain" onClick={() => setRenaming(true)}>
            <Trans>Rename</Trans>
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button
            look="plain"
            disabled={busy}
            onClick={() => void put({ state: state === 'offered' ? 'retired' : 'offered' })}
          >
            {state === 'offered' ? <Trans>Retire</Trans> : <Trans>Bring back</Trans>}
            <span className="visually-hidden"> {name}</span>
          </Button>
          {failed ? <ErrorNote error={failed} /> : null}
        </div>
      )}
    </article>
  )
}

type RenameProps = {
  template: ClinicTemplate
  busy: boolean
  failed: unknown
  onKeep: (change: { name: string; whom: string }) => Promise<void>
  onCancel: () => void
}

function Rename({ template, busy, failed, onKeep, onCancel }: RenameProps) {
  const { t } = useLingui()
  const [name, setName] = useState(template.name)
  const [whom, setWhom] = useState(template.whom)
  return (
    <Form
      onSubmit={() => onKeep({ name: name.trim(), whom: whom.trim() })}
      busy={busy}
      failed={failed}
      action={<Trans>Keep the name</Trans>}
      beside={
        <Button look="quiet" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <Field
        label={t`Name`}
        hint={t`Patients whose plan comes from it can read this name.`}
        maxLength={80}
        required
        autoComplete="off"
        value={name}
        onChange={setName}
      />
      <Field
        label={t`Whom it is for`}
        hint={t`In general: stiff after long sitting, first weeks.`}
        maxLength={200}
        lines={2}
        value={whom}
        onChange={setWhom}
      />
    </Form>
  )
}

/** Who made which version, and when; asked for only when it is opened. */
function Versions({ template: { id, name, version } }: { template: ClinicTemplate }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const all = useQuery({
    queryKey: ['plan-templates', id, version],
    queryFn: ({ signal }) => call('templateVersions', { params: { id }, signal }),
    enabled: open,
  })
  return (
    <details className={styles['more']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Versions ({version})</Trans>
        <span className="visually-hidden">: {name}</span>
      </summary>
      {all.error ? <ErrorNote error={all.error} onRetry={() => void all.refetch()} /> : null}
      <ol className={styles['next']}>
        {all.data?.templates.map((one) => (
          <li key={one.version}>
            <strong>{one.version}</strong> · {shortMomentOf(one.at, i18n.locale)} · {one.by} · “{one.name}” ·{' '}
            <Plural value={one.programme.items.length} one="# exercise" other="# exercises" />
            {one.state === 'retired' && (
              <>
                {' '}
                · <Trans>retired</Trans>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
