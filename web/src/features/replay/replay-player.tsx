import { type AlignedBy, alignedTime, pairsOf, type RepetitionSeen } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { useMedia } from '../../ui/figure/use-media.ts'
import { PlayerControls } from './player-controls.tsx'
import { RepetitionTable } from './repetition-table.tsx'
import styles from './replay.module.css'
import { timeText } from './replay-words.ts'
import { SkeletonView } from './skeleton-view.tsx'
import { TraceChart } from './trace-chart.tsx'
import { useClock } from './use-clock.ts'
import { useReplayKeys } from './use-replay-keys.ts'
import type { Shown } from './use-watched.ts'

/** The moving body, the courses of its angles, the repetitions and faults of one set; beside another date's, where one is chosen. */
export function ReplayPlayer({ shown, other }: { shown: Shown; other: Shown | null }) {
  const { t, i18n } = useLingui()
  const { replay, repetitions, watched, faults, count } = shown
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const poses = useMemo(() => repetitions.flatMap(({ start, peak }) => [start, peak]), [repetitions])
  const clock = useClock({ start: replay.start, end: replay.end, poses, calm })
  useReplayKeys(clock, repetitions)
  const [by, setBy] = useState<AlignedBy>('start')
  const pairs = useMemo(
    () => (other === null ? null : pairsOf(repetitions, other.repetitions)),
    [repetitions, other],
  )
  const now = repetitions.find(({ start, end }) => clock.t >= start && clock.t <= end)
  const pair = pairs?.findLast(({ a }) => a.start <= clock.t + 1e-6) ?? pairs?.[0]
  const go = (to: RepetitionSeen) => {
    clock.play(false)
    clock.to(to[by])
  }
  const moment = timeText(clock.t - replay.start)
  const where = now === undefined ? t`between repetitions` : t`repetition ${now.number}`
  const label = t`The body as lines at ${moment}, ${where}`
  return (
    <>
      {!replay.complete && (
        <Notice tone="warn">
          <p>
            <Trans>Parts of this replay are damaged; what is whole is shown.</Trans>
          </p>
        </Notice>
      )}
      <div className={styles['bodies']}>
        <figure>
          <SkeletonView replay={replay} t={clock.t} label={label} />
          <figcaption>{shortMomentOf(shown.kept.doneAt, i18n.locale)}</figcaption>
        </figure>
        {other !== null && (
          <figure>
            <SkeletonView
              replay={other.replay}
              t={pair === undefined ? other.replay.start : alignedTime(clock.t, pair, by)}
              label={t`The body as lines on the other date`}
            />
            <figcaption>{shortMomentOf(other.kept.doneAt, i18n.locale)}</figcaption>
          </figure>
        )}
      </div>
      <p className={styles['quiet']}>
        <Trans>Approximate, from one camera: as it saw the person, without depth.</Trans>
      </p>
      <PlayerControls clock={clock} start={replay.start} end={replay.end} calm={calm} />
      {!clock.playing && (
        <p className="visually-hidden" aria-live="polite" data-moment>
          {moment}, {where}
        </p>
      )}
      {pairs !== null && (
        <fieldset className={styles['align']}>
          <legend>
            <Trans>Lay over each other by</Trans>
          </legend>
          <Button look="plain" aria-pressed={by === 'start'} onClick={() => setBy('start')}>
            <Trans>Start</Trans>
          </Button>
          <Button look="plain" aria-pressed={by === 'peak'} onClick={() => setBy('peak')}>
            <Trans>Furthest point</Trans>
          </Button>
        </fieldset>
      )}
      {watched.traces.map((trace) => {
        const theirs = other?.watched.traces.find(({ signal }) => signal === trace.signal)
        const shift = pair === undefined ? 0 : pair.a[by] - pair.b[by]
        return (
          <TraceChart
            key={trace.signal}
            trace={trace}
            other={theirs === undefined ? undefined : { trace: theirs, shift }}
            start={replay.start}
            end={replay.end}
            t={clock.t}
            repetitions={repetitions}
            faults={faults}
            onTime={clock.to}
          />
        )
      })}
      {faults.length > 0 && (
        <ol className={styles['faults']} aria-label={t`Corrections`}>
          {faults.map((fault) => (
            <li key={`${fault.t}${fault.name}`}>
              ▲ {timeText(fault.t - replay.start)} {fault.name}
            </li>
          ))}
        </ol>
      )}
      <RepetitionTable shown={shown} pairs={pairs} t={clock.t} onGo={go} />
      {count.differs && (
        <Notice>
          <p data-recount>
            <Trans>
              Counted while it was done: {count.live}. Today’s version counts {count.today} in the same
              movement.
            </Trans>
          </p>
        </Notice>
      )}
    </>
  )
}
