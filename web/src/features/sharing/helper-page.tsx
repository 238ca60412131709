import {
  alternates,
  hasRange,
  type PublicConfig,
  type SharedDay,
  type SharedExercise,
  type StopWords,
} from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useReview } from '../../lib/reviewed.ts'
import { momentOf, nowInstant } from '../../lib/time.ts'
import { tempoOf } from '../../lib/tempo.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { doseWords } from '../../ui/dosage-words.ts'
import { ReviewMark } from '../../ui/review-mark.tsx'
import { EmergencyCall } from '../../ui/emergency-call.tsx'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import { useMedia } from '../../ui/figure/use-media.ts'
import { Actions, Page } from '../../ui/page.tsx'
import { Poses } from './poses.tsx'
import { Sheet } from './sheet.tsx'
import styles from './sharing.module.css'

function Moving({ exercise }: { exercise: SharedExercise }) {
  const { name, movement, dosage, share, steps } = exercise
  return (
    <ExerciseFigure
      name={name}
      figure={movement.figure}
      view={movement.cameraView}
      alternating={alternates(exercise)}
      tempo={tempoOf(dosage)}
      share={share}
      steps={steps}
    />
  )
}

/** One exercise as somebody reads it who stands beside the person: how much, how, and what helps. */
function Exercise({ exercise, number }: { exercise: SharedExercise; number: number }) {
  const { i18n } = useLingui()
  const [moving, setMoving] = useState(false)
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const { name, dosage, faults, steps, share, movement, signOff, lang } = exercise
  return (
    <li lang={lang}>
      <Card className={styles['exercise']}>
        <h3>
          {number}. {name}
        </h3>
        <ReviewMark of={`exercises/${exercise.id}`} shipped={signOff} />
        <p className={styles['dose']}>{doseWords(dosage, i18n)}</p>
        {share < 1 && hasRange(dosage) && (
          <p>
            <Trans>Make it smaller today: about {Math.round(share * 100)} percent of what you can.</Trans>
          </p>
        )}
        {moving && !calm ? <Moving exercise={exercise} /> : <Poses exercise={exercise} />}
        {movement.figure !== undefined && !calm && (
          <div>
            <Button look="plain" aria-expanded={moving} onClick={() => setMoving(!moving)}>
              {moving ? <Trans>Show three pictures</Trans> : <Trans>Show how it moves</Trans>}
              <span className="visually-hidden">: {name}</span>
            </Button>
          </div>
        )}
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {faults.length > 0 && (
          <details className={styles['helps']}>
            <summary>
              <Trans>What helps when</Trans>
              <span className="visually-hidden">: {name}</span>
            </summary>
            <ul>
              {faults.map((fault) => (
                <li key={fault.id}>
                  {fault.name}: <strong>{fault.cue}</strong>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Card>
    </li>
  )
}

function HowToHelp() {
  return (
    <Card>
      <h2>
        <Trans>How you help</Trans>
      </h2>
      <ul>
        <li>
          <Trans>Ask first how they are today. They decide what they do, and when it is enough.</Trans>
        </li>
        <li>
          <Trans>Read out, count, and stand by where balance is needed. Do not push or pull.</Trans>
        </li>
        <li>
          <Trans>Slower and smaller is always right.</Trans>
        </li>
      </ul>
    </Card>
  )
}

function WhenToStop({ stop, config }: { stop: StopWords; config: PublicConfig }) {
  return (
    <>
      <Card tone="danger">
        <h2>
          <Trans>If one of these happens</Trans>
        </h2>
        <ul>
          {stop.emergency.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <strong>{stop.card.title}</strong>
        </p>
        <EmergencyCall {...config} />
        <ol>
          {stop.card.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
      <Card>
        <h2>
          <Trans>Stop the exercise</Trans>
        </h2>
        <ul>
          {[...stop.end, ...stop.before].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}

/** What a link opens, for somebody who helps: no account, nothing to answer, nothing of the person but what they chose to show. */
export function HelperPage({ shared, config }: { shared: SharedDay; config: PublicConfig }) {
  const { t } = useLingui()
  const [now] = useState(nowInstant)
  const { day, stop, shownName } = shared
  const until = momentOf(shared.until)
  const review = useReview()
  const unreviewed = day?.exercises.some(
    ({ id, signOff }) => review(`exercises/${id}`, signOff).state !== 'signed',
  )
  if (day === null)
    return (
      <Page title={t`No exercises to show right now`}>
        <p>
          <Trans>
            There is nothing to show for today. That can have many reasons. Ask the person who gave you this
            link, and come back later.
          </Trans>
        </p>
        <WhenToStop stop={stop} config={config} />
      </Page>
    )
  return (
    <Page title={shownName === null ? t`Exercises for today` : t`Exercises for today: ${shownName}`}>
      <div className={styles['screenOnly']}>
        <p>
          <Trans>Somebody gave you this link so that you can help with their exercises.</Trans>
        </p>
        <p>
          <Plural value={day.exercises.length} one="# exercise" other="# exercises" />
          {' · '}
          <Plural value={day.minutes} one="About # minute" other="About # minutes" />
        </p>
        {unreviewed && (
          <Notice tone="warn">
            <p>
              <Trans>Not signed off by a clinician yet. To be looked at, not to be followed.</Trans>
            </p>
          </Notice>
        )}
        <HowToHelp />
        <WhenToStop stop={stop} config={config} />
        <h2>
          <Trans>The exercises</Trans>
        </h2>
        <ol className={styles['exercises']}>
          {day.exercises.map((exercise, index) => (
            <Exercise key={`${index}-${exercise.id}`} exercise={exercise} number={index + 1} />
          ))}
        </ol>
        <Actions>
          <Button look="plain" large onClick={() => globalThis.print()}>
            <Trans>Print one page</Trans>
          </Button>
        </Actions>
        <p>
          <Trans>This link opens until {until}. It shows the exercises of the day and nothing else.</Trans>
        </p>
      </div>
      <div className={styles['paperOnly']}>
        <Sheet {...{ stop, config, now }} {...day} />
      </div>
    </Page>
  )
}
