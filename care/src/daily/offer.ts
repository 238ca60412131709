import type { Content } from '../content.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { careTags, forbiddenBy } from '../plan/fit.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'
import { rankOf } from '../triage/rank.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import { DAILY_KINDS, type DailyMove, type DailyOffer, type DailyTimer } from './timer.ts'

/** A walk is offered for at most so many minutes, longer only where the plan asks for more at once. Author default. */
const MOST_WALK = 10
/** Most moves of one break, however long it is. */
const MOST_MOVES = 4
const HOLDS = rankOf('see_clinician_first')

/**
 * Where somebody stands when the timers are offered. `plan`: as it is meant today, in a flare-up the calm one. `stopped`: a session or timer
 * was stopped today by a stop rule (`stoppedToday`). `hardDay`: a flare-up runs, or pain left only recovery today.
 */
export type DailyStanding = {
  plan: Plan | null
  triage: TriageResult | null
  stopped: boolean
  hardDay: boolean
  content: Pick<Content, 'timers' | 'exercises' | 'references'>
}

type Library = ReadonlyMap<string, Exercise>

/** Whether anything may be offered: a plan that runs, no warning sign that holds, and nothing was stopped today. */
export function dailyAllowed({ plan, triage, stopped }: Omit<DailyStanding, 'content'>): boolean {
  if (plan === null || plan.status !== 'active' || stopped) return false
  return triage !== null && rankOf(triage.disposition) < HOLDS
}

/** The active lines of the plan that name one of these exercises. */
const linesOf = (timer: DailyTimer, plan: Plan): PlanItem[] =>
  plan.items.filter(
    ({ exerciseId, state }) =>
      state === 'active' && exerciseId !== null && timer.exercises.includes(exerciseId),
  )

/** The lengths that fit: never above what the plan asks for at once where it asks for more than ten minutes, nor above the gentle limit. */
function lengthsFor(timer: DailyTimer, lines: readonly PlanItem[], most: number): number[] {
  const asked = Math.max(0, ...lines.map(({ dosage }) => (dosage?.durationSeconds ?? 0) / 60))
  const limit = Math.min(timer.kind === 'walk' ? Math.max(MOST_WALK, asked) : Infinity, most)
  const fitting = timer.minutes.filter((minutes) => minutes <= limit)
  return fitting.length > 0 ? fitting : timer.minutes.slice(0, 1)
}

function moveOf(item: PlanItem, exercise: Exercise): DailyMove {
  const { id, version, name, steps, movement, lang } = exercise
  const { figure, cameraView, template } = movement
  return {
    planItemId: item.id,
    id,
    version,
    name,
    steps,
    rangeShare: item.rangeShare,
    tempo: item.dosage?.tempo ?? null,
    holdSeconds: item.dosage?.holdSeconds ?? 0,
    movement: { ...(figure !== undefined && { figure }), cameraView, template },
    ...(lang !== undefined && { lang }),
  }
}

/**
 * Gentle exercises of the person's own plan for a break: active, low in effort, seated or standing, without kit, and neither forbidden nor in
 * need of care for them. Breaks of the plan itself come first. Nothing that is not in the plan is ever shown.
 */
function movesFor(timer: DailyTimer, plan: Plan, library: Library): DailyMove[] {
  const { moves } = timer
  if (moves === null) return []
  const fits = plan.items.flatMap((item) => {
    const exercise = library.get(item.exerciseId ?? '')
    const { dosage, state, kind } = item
    if (exercise === undefined || dosage === null || state !== 'active') return []
    if (kind !== 'exercise' && kind !== 'habit') return []
    const gentle =
      dosage.effort[1] <= moves.effortUpTo &&
      moves.positions.includes(exercise.position) &&
      exercise.equipment.every((thing) => moves.equipment.includes(thing)) &&
      exercise.movement.figure !== undefined &&
      !exercise.components.includes('breathing') &&
      forbiddenBy(exercise, plan.precautionTags) === null &&
      careTags(exercise, plan.precautionTags).length === 0
    return gentle ? [{ item, exercise }] : []
  })
  return fits
    .sort((a, b) => Number(b.item.kind === 'habit') - Number(a.item.kind === 'habit'))
    .slice(0, MOST_MOVES)
    .map(({ item, exercise }) => moveOf(item, exercise))
}

function sourcesOf({ sources }: DailyTimer, references: Content['references']): DailyOffer['sources'] {
  return references
    .filter(({ id }) => sources.includes(id))
    .map(({ id, cite, doi, url }) => ({ id, cite, url: doi === null ? url : `https://doi.org/${doi}` }))
}

function offerOf(timer: DailyTimer, standing: DailyStanding, plan: Plan, library: Library): DailyOffer[] {
  const { hardDay, content } = standing
  const lines = linesOf(timer, plan)
  const tags = plan.precautionTags
  const allowed = timer.exercises.every((id) => {
    const exercise = library.get(id)
    return exercise !== undefined && forbiddenBy(exercise, tags) === null
  })
  if (!allowed || (timer.needsLine && lines.length === 0) || (hardDay && timer.offOnHardDays)) return []
  const careful =
    timer.gentle !== null &&
    (timer.gentle.tags.some((tag) => tags.includes(tag)) || (hardDay && timer.gentle.onHardDays))
  const gentle = careful ? timer.gentle : null
  const minutes = lengthsFor(timer, lines, gentle?.minutes ?? Infinity)
  const { exercises: _e, needsLine: _n, moves: _m, offOnHardDays: _o, ...words } = timer
  const offer: DailyOffer = {
    ...words,
    minutes,
    usual: minutes.findLast((length) => length <= timer.usual) ?? minutes[0] ?? 1,
    pace: gentle?.pace ?? timer.pace,
    gentle: gentle?.text ?? null,
    sources: sourcesOf(timer, content.references),
    moves: movesFor(timer, plan, library),
    planItemIds: lines.map(({ id }) => id),
  }
  return [offer]
}

/**
 * The timers of daily life that are offered to somebody now, breaks first; none while a warning sign or a stop holds, or the
 * plan waits for a clinician. A timer is left out where a tag forbids one of the exercises that it stands for, or where the plan does not name
 * it and it asks for that (heat, cold). It reads the plan and changes nothing in it. Missing data: no triage means none.
 */
export function dailyOffers(standing: DailyStanding): DailyOffer[] {
  const { plan, content } = standing
  if (plan === null || !dailyAllowed(standing)) return []
  const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  return content.timers
    .flatMap((timer) => offerOf(timer, standing, plan, library))
    .sort((a, b) => DAILY_KINDS.indexOf(a.kind) - DAILY_KINDS.indexOf(b.kind))
}
