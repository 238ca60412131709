import type { Figure, View } from '@dorsal/motion'
import type { Tempo } from '../../lib/tempo.ts'
import { DrawnFigure } from './drawn-figure.tsx'
import styles from './exercise-figure.module.css'

/**
 * What is to be shown of an exercise. `figure`: undefined where there is none, then nothing is shown. `view`: what its camera needs.
 * `tempo`: prescribed seconds. `share`: of the full range today. `steps`: said with it where they do not stand beside it. `small`: without
 * buttons, beside something else. `still`: held for now, as while the session is paused. `flat`: the end of the movement as a drawing,
 * where the camera needs the processor.
 */
export type ExerciseFigureProps = {
  name: string
  figure: Figure | undefined
  view: View | null
  alternating: boolean
  tempo: Tempo
  side?: 'left' | 'right'
  share?: number
  steps?: readonly string[]
  small?: boolean
  still?: boolean
  flat?: boolean
}

/** The figure that shows an exercise. Its key poses come with the page; what draws it in space is loaded when it is first in sight. */
export function ExerciseFigure({ figure, ...rest }: ExerciseFigureProps) {
  if (figure === undefined) return null
  return (
    <figure className={styles['figure']} data-figure={figure.stance}>
      <DrawnFigure figure={figure} {...rest} />
    </figure>
  )
}
