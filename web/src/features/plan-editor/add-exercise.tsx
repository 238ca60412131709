import { type LibraryExercise, notNow, type Plan } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type Ref, useId, useMemo, useState } from 'react'
import { explain } from '../../lib/reasons.ts'
import { findableExercise, found } from '../../lib/search.ts'
import { labelsOf } from '../../ui/exercise-labels.ts'
import { withKitNamed } from '../../ui/kit-words.ts'
import { ReviewSign } from '../../ui/review-mark.tsx'
import { EVIDENCE } from './evidence-words.ts'
import styles from './plan-editor.module.css'

type Props = {
  ref: Ref<HTMLInputElement>
  library: readonly LibraryExercise[]
  plan: Plan
  inDraft: readonly string[]
  onAdd: (exercise: LibraryExercise) => void
}

const SHOWN = 7

/**
 * Exercises by name, part, position, kit or evidence: arrows choose, Enter takes in and leaves the search ready for the next. What a rule
 * keeps out says so here already; it can be taken in, and the line then asks for words.
 */
export function AddExercise({ ref, library, plan, inDraft, onAdd }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const index = useMemo(
    () =>
      library
        .filter(({ components }) => !components.includes('movement-test'))
        .map((exercise) =>
          findableExercise(exercise, [...labelsOf(exercise, i18n), i18n._(EVIDENCE[exercise.evidence])]),
        ),
    [library, i18n],
  )
  const all = query.trim() === '' ? [] : found(index, query).filter((one) => !inDraft.includes(one.id))
  const hits = all.slice(0, SHOWN)
  const chosen = Math.min(at, Math.max(0, hits.length - 1))
  const take = (exercise: LibraryExercise | undefined) => {
    if (exercise === undefined) return
    onAdd(exercise)
    setQuery('')
    setAt(0)
  }
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setAt((chosen + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && hits.length > 0) {
      event.preventDefault()
      take(hits[chosen])
    } else if (event.key === 'Escape') setQuery('')
  }
  return (
    <search className={styles['card']}>
      <h2>
        <Trans>Add an exercise</Trans>
      </h2>
      <input
        ref={ref}
        type="search"
        autoComplete="off"
        aria-label={t`Add an exercise`}
        aria-describedby={`${id}-hint ${id}-chosen`}
        placeholder={t`rotation, band, sitting …`}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={keys}
      />
      <p id={`${id}-hint`} className={styles['quiet']} aria-live="polite">
        {query.trim() === '' ? (
          <Trans>By name, part, position, kit or evidence. Arrows choose, Enter takes it in.</Trans>
        ) : (
          <Plural value={all.length} _0="Nothing fits." one="# exercise" other="# exercises" />
        )}
      </p>
      <output id={`${id}-chosen`} className="visually-hidden">
        {hits[chosen] && t`Enter takes in: ${hits[chosen].name}`}
      </output>
      <ul className={styles['hits']}>
        {hits.map((exercise, place) => {
          const no = notNow(exercise, plan)
          return (
            <li key={exercise.id}>
              <button type="button" data-chosen={place === chosen} onClick={() => take(exercise)}>
                <strong>{exercise.name}</strong>
                <span className={styles['quiet']}>
                  {[...labelsOf(exercise, i18n), i18n._(EVIDENCE[exercise.evidence])].join(' · ')}
                </span>
                <ReviewSign of={`exercises/${exercise.id}`} />
                {no && (
                  <span className={styles['fault']} data-grade={no.forbidden ? 'refused' : 'said'}>
                    {no.forbidden ? '▲ ' : '· '}
                    {explain(withKitNamed(no.because, i18n))}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
    </search>
  )
}
