import { firstPlace, nextSet, otherSide, type Place, prescribedReps, targetOf } from './course.ts'
import type { Line } from './line.ts'
import { FRESH_BOUT, FRESH_SET, goTo, itemAt, type Phase, type SessionState, say } from './state.ts'

/** Seconds to get ready: enough to read the steps of a new exercise at a calm pace, short where the person knows it. */
const READY = { perWord: 0.4, least: 10, most: 30, set: 5, side: 8, resume: 4 }

/** Rest that is always left after the questions, longer when there is a change to read or to take back. */
const LEAST_REST = { plain: 5, withNotice: 12 }

/** Not seen yet, while a camera is open; null where none is. */
export function unseen(state: Pick<SessionState, 'camera'>): number | null {
  return state.camera === 'on' || state.camera === 'starting' ? 0 : null
}

/** The get-ready before a bout. */
export function getReady(
  state: SessionState,
  place: Place,
  why: Extract<Phase, { name: 'ready' }>['why'],
): SessionState {
  const item = state.items[place.item]
  if (item === undefined) return toEnd(state)
  const words = item.exercise.steps.join(' ').split(' ').length
  const reading = Math.min(READY.most, Math.max(READY.least, Math.round(words * READY.perWord)))
  const total = why === 'exercise' ? reading : READY[why]
  const keeps = why === 'resume'
  const ready = goTo(
    {
      ...state,
      place,
      bout: keeps ? state.bout : FRESH_BOUT,
      soFar: keeps || why === 'side' ? state.soFar : FRESH_SET,
      byTimer: keeps ? state.byTimer : false,
      // A new set is tracked anew: until the camera says that it has found the person, it has not.
      lost: keeps ? state.lost : unseen(state),
    },
    { name: 'ready', left: total, total, waited: 0, why },
  )
  if (why === 'exercise') return say(ready, { id: 'exercise' })
  if (why === 'side') return say(ready, { id: 'other-side', values: { side: place.side } }, 'attention')
  return say(ready, { id: 'next-set', values: { set: place.set } })
}

/** From the set-up, or from a stop of one exercise, to the first exercise that is still open. */
export function toFirst(state: SessionState): SessionState {
  const place = firstPlace(state.items, state.place?.item ?? 0)
  return place === null ? toEnd(state) : getReady(state, place, 'exercise')
}

/** One side is done: the other side, else the questions after the set. */
export function finishBout(state: SessionState): SessionState {
  const place = state.place
  if (place === null) return toEnd(state)
  const soFar = { ...state.soFar, done: state.soFar.done + state.bout.done }
  const other = otherSide(state.items, place)
  if (other !== null) return getReady({ ...state, soFar }, other, 'side')
  return finishSet(state)
}

/** Whether anything of the running set has been done that must not be lost. */
export function hasWork(state: SessionState): boolean {
  return state.soFar.done + state.bout.done > 0 || state.soFar.seconds >= 1
}

/** Writes the set into the report, as it is; nothing done is ever left out. */
export function recordSet(state: SessionState): SessionState {
  const item = itemAt(state)
  if (item === null || state.place === null || !hasWork(state)) return state
  const { soFar, bout } = state
  const counted = soFar.byCamera > 0 && soFar.byTimer === 0 ? 'camera' : 'timer'
  const set = {
    planItemId: item.planItemId,
    exerciseId: item.exercise.id,
    set: state.place.set,
    prescribedReps: prescribedReps(item),
    doneReps: soFar.done + bout.done,
    counted,
    seconds: Math.round(soFar.seconds),
    summary: null,
    pain: null,
    effort: null,
  } as const
  return { ...state, sets: [...state.sets, set], bout: FRESH_BOUT, soFar: FRESH_SET }
}

/** The set is over: it is in the report, and the questions are asked. A set without any work asks nothing. */
export function finishSet(state: SessionState): SessionState {
  if (!hasWork(state)) return onward(state, 0)
  const recorded = recordSet({ ...state, notice: null })
  return say(goTo(recorded, { name: 'after', waited: 0 }), { id: 'set-done' }, 'done')
}

/** After the questions: rest, then the next set; or the end. `waited`: rest that the questions have already given. */
export function onward(state: SessionState, waited: number): SessionState {
  if (state.place === null) return toEnd(state)
  const next = nextSet(state.items, state.place)
  if (next === null) return toEnd(state)
  const item = itemAt(state)
  const wanted = (item?.dosage.restSeconds ?? 0) - waited
  const least = state.notice === null ? LEAST_REST.plain : LEAST_REST.withNotice
  const total = Math.max(least, Math.round(wanted))
  const resting = goTo(state, { name: 'rest', left: total, total })
  // A change says why first; that there is a rest is to be seen.
  const line: Line = state.notice === null ? { id: 'rest', values: { seconds: total } } : { id: 'change' }
  return say(resting, line, 'rest')
}

/** From the rest to the next bout. */
export function afterRest(state: SessionState): SessionState {
  const next = state.place === null ? null : nextSet(state.items, state.place)
  if (next === null) return toEnd(state)
  return getReady({ ...state, notice: null }, next, next.item === state.place?.item ? 'set' : 'exercise')
}

/** The questions at the end. What is under way is kept as a set first. */
export function toEnd(state: SessionState): SessionState {
  const recorded = recordSet(state)
  return say(
    goTo(recorded, { name: 'end', step: 0 }),
    { id: state.stop === null ? 'end' : 'stopped' },
    'done',
  )
}

/** Whether the bout has reached what it aims at. */
export function reached(state: SessionState): boolean {
  const item = itemAt(state)
  if (item === null) return false
  const target = targetOf(item)
  return item.dosage.durationSeconds === null ? state.bout.done >= target : state.bout.elapsed >= target
}
