import { alternates } from '@dorsal/care'
import { ExerciseFigure } from '../../ui/figure/exercise-figure.tsx'
import { paceOf } from './breath.ts'
import { nextSet } from './course.ts'
import styles from './player.module.css'
import { itemAt, type SessionState } from './state.ts'

/** Beside the ring without a camera; with one, in the pauses alone, when the model has nothing to read. */
export type FigurePlace = 'visual' | 'body'

const SHOWN: Readonly<Record<FigurePlace, ReadonlySet<string>>> = {
  visual: new Set(['ready', 'work', 'rest']),
  body: new Set(['ready', 'rest']),
}

/** The figure of what is done now, or in the rest of what comes next. */
export function SessionFigure({ state, place }: { state: SessionState; place: FigurePlace }) {
  const { phase, camera, pause, ask } = state
  const open = camera === 'on' || camera === 'starting'
  if (!SHOWN[place].has(phase.name) || open !== (place === 'body')) return null
  const next = phase.name === 'rest' && state.place !== null ? nextSet(state.items, state.place) : state.place
  const item = phase.name === 'rest' && next !== null ? state.items[next.item] : itemAt(state)
  if (item === undefined || item === null || next === null) return null
  const { name, movement } = item.exercise
  return (
    <div className={styles['figure']}>
      <ExerciseFigure
        name={name}
        figure={movement.figure}
        view={movement.cameraView}
        alternating={alternates(item.exercise)}
        tempo={paceOf(item)}
        side={next.side === 'right' ? 'right' : 'left'}
        share={item.rangeShare}
        still={pause !== null || ask !== null}
        small
      />
    </div>
  )
}
