import type { RepetitionSeen } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useMedia } from '../../ui/figure/use-media.ts'
import { OwnRepetitions } from './own-repetitions.tsx'
import { PlayerControls } from './player-controls.tsx'
import styles from './replay.module.css'
import { timeText } from './replay-words.ts'
import { SkeletonView } from './skeleton-view.tsx'
import { useClock } from './use-clock.ts'
import type { Shown } from './use-watched.ts'

/** One's own set: the moving body, and each repetition to go to. Where motion is not wanted it goes from still to still. */
export function OwnPlayer({ shown }: { shown: Shown }) {
  const { t } = useLingui()
  const { replay, repetitions, watched, kept } = shown
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const poses = useMemo(() => repetitions.flatMap(({ start, peak }) => [start, peak]), [repetitions])
  const clock = useClock({ start: replay.start, end: replay.end, poses, calm })
  const now = repetitions.find(({ start, end }) => clock.t >= start && clock.t <= end)
  const moment = timeText(clock.t - replay.start)
  const where = now === undefined ? t`between repetitions` : t`repetition ${now.number}`
  const go = (to: RepetitionSeen) => {
    clock.play(false)
    clock.to(to.peak)
  }
  return (
    <>
      <h2>{kept.exercise?.name ?? <Trans>An earlier exercise</Trans>}</h2>
      <div className={styles['bodies']}>
        <figure>
          <SkeletonView replay={replay} t={clock.t} label={t`You as lines at ${moment}, ${where}`} />
        </figure>
      </div>
      <p className={styles['quiet']}>
        <Trans>Approximate, from one camera: it sees you flat, without depth.</Trans>
      </p>
      <PlayerControls clock={clock} start={replay.start} end={replay.end} calm={calm} keys={false} />
      {!clock.playing && (
        <p className="visually-hidden" aria-live="polite" data-moment>
          {moment}, {where}
        </p>
      )}
      <OwnRepetitions repetitions={repetitions} trace={watched.traces[0]} now={now} onGo={go} />
    </>
  )
}
