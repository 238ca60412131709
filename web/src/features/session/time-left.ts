import { secondsOf } from '../../lib/tempo.ts'
import { paceOf } from './breath.ts'
import { kindOf, nextSet, type Place, type RunItem, sidesOf, targetOf } from './course.ts'
import { itemAt, type SessionState } from './state.ts'

/** Seconds to get ready for an exercise and for another set of it, as far as one can say beforehand. */
const READY = { exercise: 20, set: 5 }

const boutSeconds = (item: RunItem): number =>
  kindOf(item) === 'timed' ? targetOf(item) : targetOf(item) * secondsOf(paceOf(item))

const setSeconds = (item: RunItem): number => boutSeconds(item) * sidesOf(item).length

function ofThisSet(state: SessionState, item: RunItem, place: Place): number {
  const { phase, bout } = state
  if (phase.name !== 'work' && phase.name !== 'ready') return 0
  const sides = sidesOf(item)
  const later = sides.length - 1 - sides.indexOf(place.side)
  const done = kindOf(item) === 'timed' ? bout.elapsed : bout.done * secondsOf(paceOf(item)) + bout.inRep
  const ready = phase.name === 'ready' ? phase.left : 0
  return ready + Math.max(0, boutSeconds(item) - done) + later * boutSeconds(item)
}

/** How long the rest of the session takes, about, in seconds: sets, sides, rests and getting ready, as prescribed and eased so far. */
export function secondsLeft(state: SessionState): number {
  const { items, phase } = state
  const item = itemAt(state)
  let { place } = state
  let left = phase.name === 'rest' || phase.name === 'settle' ? phase.left : 0
  if (item !== null && place !== null) left += ofThisSet(state, item, place)
  // The rest that runs is counted already.
  let rests = phase.name === 'ready' || phase.name === 'work' || phase.name === 'after'
  while (place !== null) {
    const before: Place = place
    const rest = items[before.item]?.dosage.restSeconds ?? 0
    place = nextSet(items, before)
    const next = place === null ? undefined : items[place.item]
    if (place === null || next === undefined) return left
    left += (rests ? rest : 0) + setSeconds(next) + (place.item === before.item ? READY.set : READY.exercise)
    rests = true
  }
  return left
}
