import {
  type DraftItem,
  draftOf,
  type LibraryExercise,
  newDraftItem,
  type Plan,
  type Reply,
  type StaffMe,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useRef, useState } from 'react'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { AddExercise } from './add-exercise.tsx'
import { changesIn } from './as-plan.ts'
import { Conflict } from './conflict.tsx'
import { ItemRow } from './item-row.tsx'
import { KeepTemplate } from './keep-template.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { NextSteps } from './next-steps.tsx'
import { OwnTemplates } from './own-templates.tsx'
import styles from './plan-editor.module.css'
import { SavePlan } from './save-plan.tsx'
import { Templates } from './templates.tsx'
import { useDesk } from './use-desk.ts'
import { Versions } from './versions.tsx'
import { WholeFault } from './fault-words.tsx'
import { WholePlan } from './whole-plan.tsx'

type Props = {
  patientId: string
  /** On a page that has a name already. */
  within: boolean
  staff: StaffMe
  desk: Reply<'planDesk'>
  library: readonly LibraryExercise[]
  kept: KeptDraft | null
  onSaved: () => void
}

/** Which lines are done in guided sessions, and which beside them. */
function kindsOf(plan: Plan, library: ReadonlyMap<string, LibraryExercise>) {
  return ({ id, exerciseId }: DraftItem): 'guided' | 'beside' => {
    const kind = plan.items.find((item) => item.id === id)?.kind
    if (kind !== undefined) return kind === 'exercise' ? 'guided' : 'beside'
    return library.get(exerciseId ?? '')?.components.includes('habit') === true ? 'beside' : 'guided'
  }
}

/** A plan being set: its lines with their doses in order, the whole of it, what the rules say, and saving it as the next version. */
export function PlanEditor({ patientId, within, staff, desk: given, library, kept, onSaved }: Props) {
  const { t, i18n } = useLingui()
  const { plan, tags, templates, label } = given
  const Title = within ? 'h3' : 'h1'
  const desk = useDesk({ patientId, staffId: staff.staffId, plan, kept })
  const { draft, change, checked } = desk
  const [said, setSaid] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const shelf = useMemo(() => new Map(library.map((exercise) => [exercise.id, exercise])), [library])
  const names = useMemo(() => new Map(library.map(({ id, name }) => [id, name])), [library])
  const kindOf = kindsOf(plan, shelf)
  const guided = draft.items.filter((item) => kindOf(item) === 'guided')
  const beside = draft.items.filter((item) => kindOf(item) === 'beside')
  const titleOf = ({ id, exerciseId }: DraftItem) =>
    plan.items.find((item) => item.id === id)?.title ?? names.get(exerciseId ?? '') ?? id
  const faultsOf = (id: string) => (checked?.verdict.faults ?? []).filter(({ itemId }) => itemId === id)
  const whole = (checked?.verdict.faults ?? []).filter(({ itemId }) => itemId === null)
  const stale = draft.base !== plan.version
  const changes = changesIn(plan, draft, names)

  const add = (exercise: LibraryExercise) => {
    change({ do: 'add', items: [newDraftItem(exercise, draft, tags)] })
    setSaid(t`${exercise.name} is in the draft, at the end.`)
  }
  const move = (list: readonly DraftItem[], item: DraftItem, by: number) => {
    const place = list.indexOf(item) + by
    const other = list[place]
    if (other === undefined) return
    change({ do: 'move', id: item.id, to: draft.items.indexOf(other) })
    setSaid(t`${titleOf(item)}: place ${place + 1} of ${list.length}.`)
  }
  const remove = (list: readonly DraftItem[], item: DraftItem) => {
    const at = list.indexOf(item)
    const next = list[at + 1] ?? list[at - 1]
    change({ do: 'remove', id: item.id })
    setSaid(t`${titleOf(item)} is out of the draft. Undo brings it back.`)
    requestAnimationFrame(() => {
      const row =
        next === undefined ? null : document.querySelector<HTMLElement>(`[data-line="${next.id}"] button`)
      ;(row ?? search.current)?.focus()
    })
  }
  const undo = () => {
    change({ do: 'undo' })
    setSaid(t`The last change is undone.`)
  }
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined
      const line =
        event.target instanceof HTMLElement
          ? event.target.closest<HTMLElement>('[data-line]')?.dataset['line']
          : undefined
      if (step !== undefined && line !== undefined) {
        event.preventDefault()
        for (const list of [guided, beside])
          for (const item of list) if (item.id === line) move(list, item, step)
      } else if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault()
        document.querySelector<HTMLElement>('[data-why] textarea')?.focus()
      } else if (typing) return
      else if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
        event.preventDefault()
        undo()
      } else if (event.key === '/') {
        event.preventDefault()
        search.current?.focus()
      }
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  })

  const rows = (list: readonly DraftItem[]) =>
    list.map((item, index) => (
      <ItemRow
        key={item.id}
        item={item}
        title={titleOf(item)}
        because={plan.items.find(({ id }) => id === item.id)?.because ?? []}
        released={plan.items.find(({ id }) => id === item.id)?.released}
        place={index}
        of={list.length}
        faults={faultsOf(item.id)}
        onSet={(set) => change({ do: 'set', id: item.id, change: set })}
        onMove={(by) => move(list, item, by)}
        onRemove={() => remove(list, item)}
        onDropHere={(id) => {
          if (id === item.id) return
          change({ do: 'move', id, to: draft.items.indexOf(item) })
          setSaid(t`Moved to place ${index + 1} of ${list.length}.`)
        }}
      />
    ))

  return (
    <>
      <header className={styles['head']}>
        <Title>
          <Trans>Plan of {label}</Trans>
        </Title>
        <p className={styles['quiet']}>
          <Trans>
            From version {plan.version} of {shortMomentOf(plan.at, i18n.locale)}. Nothing changes for the
            patient until you save.
          </Trans>
        </p>
        {plan.templates !== undefined && (
          <p className={styles['quiet']}>
            <Trans>
              From the template{' '}
              {plan.templates.map(({ name, version }) => `“${name}” (${version})`).join(', ')}
            </Trans>
          </p>
        )}
      </header>
      <output className="visually-hidden">{said}</output>
      {kept !== null && !stale && (
        <Notice tone="accent">
          <p>
            <Trans>Your draft of {shortMomentOf(kept.at, i18n.locale)} was kept on this device.</Trans>{' '}
            <Button look="plain" onClick={() => void desk.end(draftOf(plan))}>
              <Trans>Throw the draft away</Trans>
            </Button>
          </p>
        </Notice>
      )}
      {stale && (
        <Conflict
          patientId={patientId}
          plan={plan}
          draft={draft}
          names={names}
          onMine={() => change({ do: 'plan', change: { base: plan.version } })}
          onTheirs={() => void desk.end(draftOf(plan))}
        />
      )}
      {whole
        .filter(({ grade, field }) => grade === 'never' || field === 'items')
        .map((fault) => (
          <WholeFault key={fault.because.id} fault={fault} />
        ))}
      <div className={styles['desk']}>
        <div className={styles['paper']}>
          <section aria-labelledby="guided" className={styles['block']}>
            <div className={styles['bar']}>
              <h2 id="guided">
                <Trans>In the guided sessions ({guided.length})</Trans>
              </h2>
              {checked && (
                <span className={styles['quiet']}>
                  <Trans>
                    all of it takes about {checked.verdict.minutes} min; a session has{' '}
                    {draft.cadence.minutesPerSession}
                  </Trans>
                </span>
              )}
              <Button look="quiet" disabled={!desk.mayUndo} onClick={undo}>
                <Trans>Undo</Trans>
              </Button>
            </div>
            <p className={styles['quiet']}>
              <Trans>
                Drag a line by its handle, or Alt + arrows anywhere in it; Delete on the handle takes it out;
                / goes to the search, Ctrl + S to saving.
              </Trans>
            </p>
            <ol className={styles['lines']}>{rows(guided)}</ol>
          </section>
          <details className={styles['block']}>
            <summary>
              <Trans>Beside the sessions: habits, visits, reading ({beside.length})</Trans>
            </summary>
            <ol className={styles['lines']}>{rows(beside)}</ol>
          </details>
          <WholePlan draft={draft} faults={whole} onChange={(set) => change({ do: 'plan', change: set })} />
          <Versions patientId={patientId} plan={plan} />
        </div>
        <div className={styles['side']}>
          <AddExercise
            ref={search}
            library={library}
            plan={{ ...plan, precautionTags: tags, phase: draft.phase }}
            inDraft={draft.items.flatMap(({ exerciseId }) => exerciseId ?? [])}
            onAdd={add}
          />
          <OwnTemplates
            shelf={shelf}
            plan={{ ...plan, precautionTags: tags }}
            draft={draft}
            guided={guided}
            onChange={(next, words) => {
              change({ do: 'plan', change: next })
              setSaid(words)
            }}
          />
          <Templates
            templates={templates}
            shelf={shelf}
            plan={{ ...plan, precautionTags: tags }}
            draft={draft}
            guided={guided}
            onChange={(items, words) => {
              change({ do: 'plan', change: { items } })
              setSaid(words)
            }}
          />
          <SavePlan
            patientId={patientId}
            desk={desk}
            changes={changes}
            stale={stale}
            titleOf={(id) => draft.items.filter((item) => item.id === id).map(titleOf)[0] ?? id}
            onSaved={onSaved}
          />
          <KeepTemplate label={label} draft={draft} library={library} />
          <NextSteps foresight={checked?.foresight ?? null} fresh={desk.fresh} />
        </div>
      </div>
    </>
  )
}
