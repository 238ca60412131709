import type { Content, DailyKind, DailyTimer } from '@dorsal/care'
import type { LintRule } from './rule.ts'

/** The longest that a pack may lie on the skin, in minutes, and the longest until it is looked at, in seconds. */
const ON_SKIN: Readonly<Partial<Record<DailyKind, { minutes: number; lookEvery: number }>>> = {
  heat: { minutes: 20, lookEvery: 300 },
  cold: { minutes: 10, lookEvery: 300 },
}
/** The exercise of a pack is forbidden on skin that does not feel: without that tag nobody would be kept from it. */
const SKIN = 'skin_sensation'
const LONGEST = 30
/** Breaths a minute at most that a pace may ask for: faster than this is no slow breathing. */
const MOST_BREATHS = 10

const rises = (values: readonly number[]) =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))

function packFaults(timer: DailyTimer, { exercises }: Content): string[] {
  const limits = ON_SKIN[timer.kind]
  if (limits === undefined) return []
  const own = exercises.filter(({ id }) => timer.exercises.includes(id))
  const { needsLine, confirm, check, minutes, before } = timer
  return [
    ...(own.length > 0 && own.every(({ contraindicationTags: tags }) => tags.includes(SKIN))
      ? []
      : [`stands for an exercise that ${SKIN} does not forbid`]),
    ...(needsLine ? [] : ['is offered to people whose plan does not name it']),
    ...(confirm === null ? ['asks nothing about the skin before it begins'] : []),
    ...(before.length === 0 ? ['says nothing before it begins'] : []),
    ...(check !== null && check.everySeconds <= limits.lookEvery ? [] : ['does not ask to look at the skin']),
    ...(minutes.some((length) => length > limits.minutes)
      ? [`lasts more than ${limits.minutes} minutes`]
      : []),
  ]
}

function paceFaults({ kind, pace, gentle }: DailyTimer): string[] {
  const paces = [pace, gentle?.pace ?? null].filter((each) => each !== null)
  if (kind === 'breathing' && pace === null) return ['has no pace to breathe by']
  return paces.flatMap((each) => [
    ...(each.out < each.in ? ['breathes out shorter than in'] : []),
    ...(60 / (each.in + each.out) > MOST_BREATHS ? ['paces the breath too fast'] : []),
  ])
}

function formFaults(timer: DailyTimer, { exercises }: Content): string[] {
  const { minutes, usual, steps, stop, gentle } = timer
  const known = new Set(exercises.map(({ id }) => id))
  const unknown = timer.exercises.filter((id) => !known.has(id))
  const open = steps.filter(({ seconds }) => seconds === null)
  return [
    ...unknown.map((id) => `stands for ${id}, which is no exercise`),
    ...(timer.exercises.length === 0 ? ['stands for no exercise, so nothing keeps anybody from it'] : []),
    ...(minutes.length === 0 || !rises(minutes) ? ['has no lengths, shortest first'] : []),
    ...(minutes.some((length) => length < 1 || length > LONGEST)
      ? [`is not of 1 to ${LONGEST} minutes`]
      : []),
    ...(minutes.includes(usual) ? [] : ['is not usually of a length that it offers']),
    ...(open.length === 1 ? [] : ['has not exactly one step that takes what the others leave']),
    ...(stop.length === 0 ? ['says nothing of when to stop'] : []),
    ...(gentle !== null && !minutes.some((length) => length <= gentle.minutes)
      ? ['has no length that is gentle enough']
      : []),
  ]
}

/** A timer of daily life can be run, stops in time, and a pack never lies on the skin too long or unasked. */
export const timers: LintRule = {
  id: 'timers',
  kind: 'timers',
  check: (content) =>
    content.timers.flatMap((timer) =>
      [...formFaults(timer, content), ...paceFaults(timer), ...packFaults(timer, content)].map((message) => ({
        where: timer.id,
        message,
      })),
    ),
}
