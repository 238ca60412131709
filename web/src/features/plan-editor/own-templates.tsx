import {
  type DraftItem,
  type LibraryExercise,
  type Plan,
  type PlanDraft,
  templateItem,
  templateLines,
  withTemplate,
} from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { PHASES } from './phase-words.ts'
import styles from './plan-editor.module.css'
import { TemplateLines } from './template-lines.tsx'
import { templatesQuery } from './templates-query.ts'

type Props = {
  shelf: ReadonlyMap<string, LibraryExercise>
  plan: Plan
  draft: PlanDraft
  guided: readonly DraftItem[]
  onChange: (draft: PlanDraft, said: string) => void
}

/** A template of the clinic as a beginning: first what would become of each of its lines for this person, then, by a button, in the draft. */
export function OwnTemplates({ shelf, plan, draft, guided, onChange }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const list = useQuery(templatesQuery)
  const [chosen, setChosen] = useState('')
  const offered = (list.data ?? []).filter(({ state }) => state === 'offered')
  const template = offered.find((one) => one.id === chosen)
  const input = template && { template, plan, draft, shelf }
  const lines = input ? templateLines(input) : []
  const use = (instead: boolean) => {
    if (input === undefined) return
    const next = withTemplate(input, { instead, guided: guided.map((item) => item.id) })
    const came = lines.filter(({ as }) => as === 'new' || as === 'smaller').length
    const out = lines.filter(({ as }) => as === 'out' || as === 'gone').length
    onChange(next, t`“${input.template.name}” is in the draft: ${came} came in, ${out} stayed out.`)
  }
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <div className={styles['bar']}>
        <h2 id={id}>
          <Trans>Templates of the clinic</Trans>
        </h2>
        <Link to="/templates">
          <Trans>All templates</Trans>
        </Link>
      </div>
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && offered.length === 0 && (
        <p className={styles['quiet']}>
          <Trans>None yet. Below you can keep this programme as the first one.</Trans>
        </p>
      )}
      {offered.length > 0 && (
        <select aria-labelledby={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t`Choose one to see it`}</option>
          {offered.map(({ id: value, name, programme }) => (
            <option key={value} value={value}>
              {name} ({programme.items.length})
            </option>
          ))}
        </select>
      )}
      {template && (
        <>
          {template.whom !== '' && <p>{template.whom}</p>}
          <p className={styles['quiet']}>
            <Trans>
              Version {template.version}, by {template.by}. Nothing changes before you take it in, and nothing
              for the patient before you save.
            </Trans>
            {template.programme.phase !== draft.phase && (
              <>
                {' '}
                <Trans>
                  It was made for “{i18n._(PHASES[template.programme.phase])}”; the phase of this plan stays.
                </Trans>
              </>
            )}
          </p>
          <TemplateLines
            lines={lines}
            onInsist={({ item, title }) => {
              const exercise = shelf.get(item.exerciseId)
              if (exercise === undefined) return
              const own = templateItem(item, exercise, draft, plan.precautionTags)
              onChange({ ...draft, items: [...draft.items, own] }, t`${title} is in the draft, at the end.`)
            }}
          />
          <p className={styles['quiet']}>
            <Trans>
              Taken in instead, it brings along how often and how far the rules may go:{' '}
              <Plural
                value={template.programme.cadence.homeSessionsPerWeek}
                one="# session a week"
                other="# sessions a week"
              />
              , {template.programme.cadence.minutesPerSession} min each.
            </Trans>
          </p>
          <div className={styles['acts']}>
            <Button look="plain" onClick={() => use(true)}>
              <Trans>Take it instead</Trans>
            </Button>
            <Button look="plain" onClick={() => use(false)}>
              <Trans>Add it</Trans>
            </Button>
          </div>
        </>
      )}
    </section>
  )
}
