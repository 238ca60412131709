import { alternates, type SharedExercise } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { tempoOf } from '../../lib/tempo.ts'
import { viewsOf } from '../../ui/figure/lens.ts'
import type { Shown } from '../../ui/figure/loop.ts'
import { Still } from '../../ui/figure/still.tsx'
import styles from './sharing.module.css'

const KEY_POSES = [0, 0.5, 1] as const

/** Start, half way and end of an exercise side by side, as one picture with its name. Nothing where there is no figure. */
export function Poses({ exercise }: { exercise: SharedExercise }) {
  const { t } = useLingui()
  const { name, movement, dosage, share } = exercise
  const { figure, cameraView } = movement
  const alternating = alternates(exercise)
  const shown = useMemo<Shown | null>(() => {
    if (figure === undefined) return null
    return { figure, alternating, side: 'left', tempo: tempoOf(dosage), share }
  }, [figure, alternating, dosage, share])
  if (shown === null) return null
  const [view] = viewsOf(shown.figure, cameraView)
  return (
    <figure className={styles['poses']}>
      <figcaption className="visually-hidden">{t`${name}: at the start, half way, at the end`}</figcaption>
      {KEY_POSES.map((out) => (
        <Still key={out} shown={shown} view={view} out={out} />
      ))}
    </figure>
  )
}
