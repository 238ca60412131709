import type { SetSummary } from '../events.ts'
import type { Movement, Signal } from '../movement.ts'
import type { View } from '../pose.ts'
import { startTracking } from '../tracking/state.ts'
import { step } from '../tracking/step.ts'
import { summarize } from '../tracking/summary.ts'
import { likeness } from './figure-likeness.ts'
import type { Film } from './frames.ts'
import { byCoordinate, bySignal, type Candidate } from './generic.ts'
import { readCourses } from './signals.ts'

/** A movement played through the tracker on the film of a recording. */
export type Played = { movement: Movement; film: Film; summary: SetSummary }

/** Plays a movement through the tracker on the film that suits it: only records that we film ourselves can be had from the side. */
export function played(movement: Movement, filmFrom: (view: View) => Film): Played {
  const film = filmFrom(movement.cameraView === 'side' ? 'side' : 'front')
  const state = startTracking(movement)
  for (const frame of film.frames) step(state, frame)
  return { movement, film, summary: summarize(state) }
}

/** A movement may fit whose signal shows the repetitions at least this well against the best signal there is. */
const MAY_FIT = 0.5
/** So many movements that may fit are played through the tracker, the likeliest first. */
const TRIED = 6
/** A movement that begins where this one ends (standing up instead of sitting down) fits so much worse. */
const BACKWARDS = 0.6

/**
 * What a recording shows when nobody said. The signals are looked at first (`bySignal`), without regard to any exercise: the best one gives
 * the repetitions. Then the movements of the library that count by one of the good signals are ordered by how well the joints that
 * their figure moves go with the joints that moved, and the first that finds the same number of repetitions is it. `run` is null where
 * none does; `best` is null where nothing repeats itself.
 */
export function chosen(
  front: Film,
  filmFrom: (view: View) => Film,
  movements: Readonly<Record<string, Movement>>,
): { run: ({ id: string } & Played) | null; best: Candidate | null } {
  const courses = readCourses(front.frames)
  const signals = bySignal(courses, movements)
  const best = signals[0] ?? byCoordinate(front.frames)[0] ?? null
  if (best === null) return { run: null, best }
  const known = new Map<Signal | null, Candidate>(signals.map((one) => [one.signal, one]))
  const likely = Object.entries(movements)
    .flatMap(([id, movement]) => {
      const { count } = movement
      const shown = count === null ? undefined : known.get(count.signal)
      if (count === null || shown === undefined || shown.worth < MAY_FIT * best.worth) return []
      if (courses.view !== null && !count.views.includes(courses.view)) return []
      const backwards = movement.template === 'cycle' && shown.direction !== count.direction
      const fits = Math.sqrt(shown.worth / best.worth) * likeness(movement, courses)
      return [{ id, movement, fits: backwards ? BACKWARDS * fits : fits }]
    })
    .toSorted((a, b) => b.fits - a.fits)
    .slice(0, TRIED)
  const films = new Map<View, Film>([['front', front]])
  const from = (view: View): Film => {
    const film = films.get(view) ?? filmFrom(view)
    films.set(view, film)
    return film
  }
  for (const { id, movement } of likely) {
    const run = played(movement, from)
    if (run.summary.reps.total === best.counted.filter(({ excursion }) => !excursion.partial).length)
      return { run: { id, ...run }, best }
  }
  return { run: null, best }
}
