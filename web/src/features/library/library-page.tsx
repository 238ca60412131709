import type { Lesson, LessonRead, LibraryExercise, Me } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Many } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { FilterFields } from './filter-fields.tsx'
import { NO_FILTERS, passes, readable } from './filters.ts'
import { fitOf } from './fit.ts'
import { FitMark, FitNote } from './fit-note.tsx'
import { labelsOf } from '../../ui/exercise-labels.ts'
import styles from './library.module.css'
import { findableExercise, findableLesson, found } from '../../lib/search.ts'

type LibraryPageProps = {
  exercises: readonly LibraryExercise[]
  lessons: readonly Lesson[]
  me: Me | null
}

/** So many rows fill a screen. */
const AT_ONCE = 8

function LessonRow({ lesson, read }: { lesson: Lesson; read: LessonRead | undefined }) {
  const { id, title, hook, minutes, lang } = lesson
  return (
    <li>
      <Link to="/lesson" search={{ q: id }} lang={lang}>
        {title}
      </Link>
      <span lang={lang}>{hook}</span>
      <span className={styles['tags']}>
        <Plural value={minutes} one="# minute" other="# minutes" />
        {read !== undefined && (
          <>
            {' '}
            · <Trans>read</Trans>
          </>
        )}
      </span>
    </li>
  )
}

/** Everything there is to read: exercises and lessons, searched and narrowed. What is not for this person says so. */
export function LibraryPage({ exercises, lessons, me }: LibraryPageProps) {
  const { t, i18n } = useLingui()
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState(NO_FILTERS)
  const [mine, setMine] = useState(false)
  const shelf = useMemo(() => readable(exercises), [exercises])
  const index = useMemo(
    () => shelf.map((exercise) => findableExercise(exercise, labelsOf(exercise, i18n))),
    [shelf, i18n],
  )
  const lessonIndex = useMemo(
    () => [...lessons].sort((a, b) => a.dose.order - b.dose.order).map(findableLesson),
    [lessons],
  )
  const fits = (exercise: LibraryExercise) => ['planned', 'fits'].includes(fitOf(exercise, me).state)
  const shown = found(index, query).filter(
    (exercise) => passes(exercise, filters) && (!mine || fits(exercise)),
  )
  const shownLessons = found(lessonIndex, query)
  // What is in sight is drawn at once, the rest of the shelf after it, a little at a time.
  const rows = useDeferredValue(shown, shown.slice(0, AT_ONCE))
  const lessonRows = useDeferredValue(shownLessons, shownLessons.slice(0, AT_ONCE))
  const narrowed = mine || Object.values(filters).some((value) => value !== '')
  const held = me !== null && (me.next === 'escalate' || me.next === 'book')
  const clear = () => {
    setQuery('')
    setFilters(NO_FILTERS)
    setMine(false)
  }
  return (
    <Page title={t`Library`} lead={<Trans>All exercises and lessons, to look up and read.</Trans>} wide>
      {held && <FitNote fit={{ state: 'held' }} />}
      <search>
        <Stack>
          <Field
            label={t`Search`}
            hint={t`For example: turning, desk, breathing`}
            value={query}
            onChange={setQuery}
            type="search"
            autoComplete="off"
            maxLength={80}
          />
          <details className={styles['more']}>
            <summary>
              <Trans>Narrow the exercises down</Trans>
            </summary>
            <Stack>
              <FilterFields exercises={shelf} filters={filters} onChange={setFilters} />
              {me?.plan && !held && (
                <Many
                  legend={t`Only what fits me`}
                  legendHidden
                  options={[{ value: 'mine', label: t`Only what fits me now` }]}
                  values={mine ? ['mine'] : []}
                  onChange={(values) => setMine(values.includes('mine'))}
                />
              )}
            </Stack>
          </details>
        </Stack>
      </search>
      <p className={styles['count']} aria-live="polite">
        <Plural value={shown.length} one="# exercise" other="# exercises" />
        {' · '}
        <Plural value={shownLessons.length} one="# lesson" other="# lessons" />
      </p>
      {(narrowed || query !== '') && (
        <div>
          <Button look="plain" onClick={clear}>
            <Trans>Show everything again</Trans>
          </Button>
        </div>
      )}
      {shown.length > 0 && shownLessons.length > 3 && (
        <p className={styles['jump']}>
          <a href="#exercises">
            <Trans>Go to the exercises</Trans>
          </a>
        </p>
      )}
      {shownLessons.length > 0 && (
        <section aria-labelledby="lessons">
          <Stack>
            <h2 id="lessons">
              <Trans>Lessons</Trans>
            </h2>
            <ul className={styles['list']}>
              {lessonRows.map((lesson) => (
                <LessonRow
                  key={lesson.id}
                  lesson={lesson}
                  read={me?.lessons.find(({ id }) => id === lesson.id)}
                />
              ))}
            </ul>
          </Stack>
        </section>
      )}
      <section aria-labelledby="exercises">
        <Stack>
          <h2 id="exercises">
            <Trans>Exercises</Trans>
          </h2>
          {shown.length === 0 ? (
            <p>
              <Trans>No exercise fits this. Try another word, or show everything again.</Trans>
            </p>
          ) : (
            <ul className={styles['list']}>
              {rows.map((exercise) => (
                <li key={exercise.id}>
                  <Link to="/library" search={{ q: exercise.id }} lang={exercise.lang}>
                    {exercise.name}
                  </Link>
                  <FitMark fit={fitOf(exercise, me)} />
                  <span lang={exercise.lang}>{exercise.purpose}</span>
                  <span className={styles['tags']}>{labelsOf(exercise, i18n).join(' · ')}</span>
                </li>
              ))}
            </ul>
          )}
        </Stack>
      </section>
    </Page>
  )
}
