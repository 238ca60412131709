import { type Coming, comingOf } from '../../lib/ahead.ts'
import { KEPT_UP } from '../../lib/sound.ts'
import type { SoundKind } from './line.ts'
import { advance } from './machine.ts'
import type { Clock, SessionState } from './state.ts'

/** How far a session is foreseen: hidden pages are woken once a minute at the least, or not at all. */
const HORIZON_MS = 150_000
const STEP_MS = 500

const tick = (state: SessionState, clock: Clock): SessionState => advance(state, { type: 'tick' }, clock)

/** What comes of a session that goes by the timer; what a camera will see is not known. */
export function comingIn(state: SessionState, clock: Clock): Coming<SoundKind>[] {
  if (state.camera === 'on' || state.camera === 'starting') return []
  return comingOf(state, (then, ms) => tick(then, { ...clock, ms: clock.ms + ms }), HORIZON_MS)
}

/**
 * Lets time pass up to now. `heardSeconds`: for how long since the last step the sounds that were planned ahead went on by themselves;
 * null where none were. While they did, the person was led: that time is not slept through, and passes in small steps.
 */
export function caughtUp(state: SessionState, clock: Clock, heardSeconds: number | null): SessionState {
  const last = state.lastTick
  if (last === null || heardSeconds === null || heardSeconds * 1000 < (clock.ms - last) * KEPT_UP)
    return tick(state, clock)
  let then = state
  for (let ms = last + STEP_MS; ms < clock.ms; ms += STEP_MS) then = tick(then, { ...clock, ms })
  return tick(then, clock)
}
