import { alternates, type FigureMoment, type LibraryContent, MOMENT_SHARE } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { firstDosage, tempoOf } from '../../lib/tempo.ts'
import { Card } from '../../ui/card.tsx'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import { viewsOf } from '../../ui/figure/lens.ts'
import { Still } from '../../ui/figure/still.tsx'
import styles from './video.module.css'

export type ShownFigure = { exerciseId: string; moment: FigureMoment }

/** The figure that both see at the same time: each page draws it by itself, in its own language, at the moment that the clinician chose. */
export function SharedFigure({ shown, library }: { shown: ShownFigure; library: LibraryContent }) {
  const exercise = library.exercises.find(({ id }) => id === shown.exerciseId)
  const figure = exercise?.movement?.figure
  if (exercise === undefined || figure === undefined) return null
  const { name, movement, dosage } = exercise
  const tempo = tempoOf(firstDosage(dosage))
  const view = movement?.cameraView ?? null
  const held = { figure, alternating: alternates(exercise), side: 'left' as const, share: 1, tempo }
  return (
    <Card>
      <div className={styles['figure']} lang={exercise.lang} data-figure-moment={shown.moment}>
        <h2>{name}</h2>
        {shown.moment === 'moving' ? (
          <ExerciseFigure
            name={name}
            figure={figure}
            view={view}
            alternating={alternates(exercise)}
            tempo={tempo}
            steps={exercise.steps}
            small
          />
        ) : (
          <figure>
            <Still shown={held} view={viewsOf(figure, view)[0]} out={MOMENT_SHARE[shown.moment]} />
            <figcaption className="visually-hidden">{exercise.steps.join(' ')}</figcaption>
          </figure>
        )}
      </div>
      <p className={styles['quiet']}>
        <Trans>You both see this figure.</Trans>
      </p>
    </Card>
  )
}
