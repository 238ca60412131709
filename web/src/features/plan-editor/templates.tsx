import {
  type DraftItem,
  type LibraryExercise,
  newDraftItem,
  notNow,
  type Plan,
  type PlanDraft,
  type PlanTemplate,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { explain } from '../../lib/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { withKitNamed } from '../../ui/kit-words.ts'
import styles from './plan-editor.module.css'

type Props = {
  templates: readonly PlanTemplate[]
  shelf: ReadonlyMap<string, LibraryExercise>
  plan: Plan
  draft: PlanDraft
  guided: readonly DraftItem[]
  onChange: (items: DraftItem[], said: string) => void
}

/** A session of the programme as a beginning: added to the draft, or in place of its guided exercises. What a rule keeps out stays out, and says why. */
export function Templates({ templates, shelf, plan, draft, guided, onChange }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const [chosen, setChosen] = useState(templates[0]?.id ?? '')
  const [left, setLeft] = useState<string[]>([])
  const template = templates.find((one) => one.id === chosen)
  const use = (instead: boolean) => {
    if (template === undefined) return
    const whom = { ...plan, phase: template.phase ?? draft.phase }
    const all = template.exercises.flatMap((one) => shelf.get(one) ?? [])
    const out = all.flatMap((exercise) => {
      const no = notNow(exercise, whom)
      return no === null ? [] : [{ exercise, no }]
    })
    const rest = instead ? draft.items.filter((item) => !guided.includes(item)) : draft.items
    const items = all
      .filter((exercise) => !out.some((one) => one.exercise === exercise))
      .filter(({ id: exerciseId }) => !rest.some((item) => item.exerciseId === exerciseId))
      .reduce<DraftItem[]>(
        (made, exercise) => {
          // A line that the plan has already goes on as it is, with its dose and its story.
          const own = guided.find((item) => item.exerciseId === exercise.id)
          return [...made, own ?? newDraftItem(exercise, { ...draft, items: made }, plan.precautionTags)]
        },
        [...rest],
      )
    const count = items.length - rest.length
    onChange(items, t`${count} exercises of “${template.name}” are in the draft.`)
    setLeft(out.map(({ no }) => explain(withKitNamed(no.because, i18n))))
  }
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <h2 id={id}>
        <Trans>Begin from a template</Trans>
      </h2>
      <select aria-labelledby={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {templates.map(({ id: value, name, exercises }) => (
          <option key={value} value={value}>
            {name} ({exercises.length})
          </option>
        ))}
      </select>
      <div className={styles['acts']}>
        <Button look="plain" onClick={() => use(true)}>
          <Trans>Take these instead</Trans>
        </Button>
        <Button look="plain" onClick={() => use(false)}>
          <Trans>Add these</Trans>
        </Button>
      </div>
      {left.length > 0 && (
        <div aria-live="polite">
          <p className={styles['quiet']}>
            <Trans>Left out, because:</Trans>
          </p>
          <ul className={styles['quiet']}>
            {left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
