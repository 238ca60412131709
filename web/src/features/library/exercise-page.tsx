import { alternates, type LibraryExercise, type Me } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { firstDosage, tempoOf } from '../../lib/tempo.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { Evidence } from '../../ui/evidence.tsx'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { fitOf, isOpen } from './fit.ts'
import { FitNote } from './fit-note.tsx'
import styles from './library.module.css'
import { labelsOf } from '../../ui/exercise-labels.ts'
import { Precautions } from './precautions.tsx'

/** The easier or harder neighbour: what to change, and the exercise that is next to it. */
function Neighbour({
  title,
  words,
  next,
}: {
  title: string
  words: string | null
  next: LibraryExercise | undefined
}) {
  if (words === null && next === undefined) return null
  return (
    <Card>
      <h3>{title}</h3>
      {words !== null && <p>{words}</p>}
      {next !== undefined && (
        <p>
          <Link to="/library" search={{ q: next.id }}>
            {next.name}
          </Link>
        </p>
      )}
    </Card>
  )
}

/** How it goes: shown only where it may be done, or is read by somebody whom nothing is known of. */
function HowTo({ exercise, others }: { exercise: LibraryExercise; others: readonly LibraryExercise[] }) {
  const { t } = useLingui()
  const { name, movement, dosage, steps, faults, variants, progression } = exercise
  const neighbour = (id: string | null) => others.find((other) => other.id === id)
  return (
    <>
      <h2>
        <Trans>How it goes</Trans>
      </h2>
      <ExerciseFigure
        name={name}
        figure={movement?.figure}
        view={movement?.cameraView ?? null}
        alternating={alternates(exercise)}
        tempo={tempoOf(firstDosage(dosage))}
      />
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {faults.length > 0 && (
        <>
          <h2>
            <Trans>What helps when</Trans>
          </h2>
          <ul className={styles['faults']}>
            {faults.map(({ id, name, cue }) => (
              <li key={id}>
                {name}: <strong>{cue}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles['neighbours']}>
        <Neighbour title={t`Easier`} words={variants.easier} next={neighbour(progression.easierId)} />
        <Neighbour title={t`Harder`} words={variants.harder} next={neighbour(progression.harderId)} />
      </div>
    </>
  )
}

/** One exercise of the library: what it is for, how it stands to the person, how it goes, and how well it is founded. */
export function ExercisePage({
  exercise,
  others,
  me,
}: {
  exercise: LibraryExercise
  others: readonly LibraryExercise[]
  me: Me | null
}) {
  const { i18n } = useLingui()
  const fit = fitOf(exercise, me)
  const sources = exercise.sources.map((cite) => ({ id: cite, cite, url: null }))
  return (
    <Page title={exercise.name} lead={<span lang={exercise.lang}>{exercise.purpose}</span>}>
      <p className={styles['tags']}>{labelsOf(exercise, i18n).join(' · ')}</p>
      <ReviewMark of={`exercises/${exercise.id}`} shipped={exercise.signOff} />
      <FitNote fit={fit} />
      <Precautions exercise={exercise} me={me} />
      <div lang={exercise.lang}>
        <Evidence grade={exercise.evidence} sources={sources} />
      </div>
      {isOpen(fit) && (
        <div lang={exercise.lang} className={styles['how']}>
          <HowTo exercise={exercise} others={others} />
        </div>
      )}
      <Actions>
        <Link to="/library" className={buttonClass('plain', true)}>
          <Trans>All lessons and exercises</Trans>
        </Link>
        <Button look="quiet" onClick={() => window.print()}>
          <Trans>Print this page</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
