import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { useSoundSettings } from '../../lib/sound-settings.ts'
import { CameraStage, type StageFailure } from '../../ui/camera-stage.tsx'
import { sourceOf } from './counting.ts'
import { firstPlace, learntBy } from './course.ts'
import styles from './player.module.css'
import { useSession } from './session-context.ts'
import { useReplay } from './use-replay.ts'
import { boutKey } from './state.ts'

/**
 * The camera of the session, at one place in the page from the set-up to the last set, so that it is opened once. In the set-up
 * a failure stays on show with its way to mend it; later the session goes on without, and the person may switch it on again.
 */
export function CameraSlot({ onFailure }: { onFailure: (failure: StageFailure) => void }) {
  const { state, send } = useSession()
  const { t } = useLingui()
  const { lines, hands } = useSoundSettings()
  const key = boutKey(state)
  const { phase, pause, ask, camera } = state
  const running = phase.name === 'work' && pause === null && ask === null && sourceOf(state) === 'camera'
  // The last summary of a set comes when the next one may already stand ready: it belongs to the one that ran.
  const ran = useRef(key)
  useEffect(() => {
    if (running) ran.current = key
  }, [running, key])
  const place = state.place ?? firstPlace(state.items)
  const setUp = phase.name === 'set-up'
  const learns = setUp ? learntBy(state.items) : null
  const ranged = place === null ? undefined : state.items[place.item]
  const item = learns ?? ranged
  const watched = useReplay(state, ranged?.exercise.id)
  // Each get-ready asks anew whether the person is seen: somebody found in the set-up or in the rest must be found again then.
  const between = setUp || phase.name === 'after' || phase.name === 'settle' || phase.name === 'rest'
  if (item === undefined || camera === 'off' || (camera === 'failed' && !setUp)) return null
  return (
    <section className={styles['camera']} aria-label={t`Your camera picture`}>
      <CameraStage
        movement={item.exercise.movement}
        running={running}
        set={between ? `${key}/between` : key}
        // In the set-up the lines are how one sees that one is seen.
        showSkeleton={lines || setUp}
        target={setUp ? undefined : ranged?.rangeShare}
        onRaisedHands={hands ? () => send({ type: 'raised-hands' }) : undefined}
        compact={!setUp}
        guide={learns === null ? undefined : 'by-itself'}
        onWatched={watched}
        onEvents={(events) => send({ type: 'tracker', events })}
        onSummary={(summary) => {
          if (summary.reps.total > 0 || summary.holdSeconds > 0)
            send({ type: 'summary', key: ran.current, summary })
        }}
        onReady={({ model, delegate }) => {
          send({ type: 'engine', engine: { model, delegate, medianMs: null } })
          send({ type: 'camera', to: 'on' })
        }}
        onFailure={(failure) => {
          onFailure(failure)
          send({ type: 'camera', to: 'failed' })
        }}
      />
    </section>
  )
}
