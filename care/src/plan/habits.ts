import type { Finding } from '../evaluation/evaluation.ts'
import type { PlanItem } from './plan.ts'

/** How many small habits are asked for at a time; with each later phase as many more join. Author default. */
const AT_A_TIME = 3

/** One thing to keep up in the day: the lines of a plan that ask for it, the best first, and the findings that speak for it. */
type Topic = { id: string; items: readonly string[]; findings: readonly string[] }

/**
 * What a day can be asked for, most useful first where nothing else decides: short breaks and a walk are what the programme names for every
 * day. Lines of one topic ask for the same thing in two ways. Author defaults, unsigned.
 */
export const HABIT_TOPICS: readonly Topic[] = [
  {
    id: 'breaks',
    items: ['ex-microbreak-stand-reach', 'ex-microbreak-walk', 'ex-microbreak-desk-pushup'],
    findings: ['sitting-related', 'long-sitting'],
  },
  { id: 'walk', items: ['ex-walking-programme'], findings: ['low-activity'] },
  { id: 'sleep', items: ['note-habit-sleep'], findings: ['poor-sleep', 'short-nights'] },
  { id: 'lifting', items: ['note-habit-lifting'], findings: ['load-related', 'heavy-days'] },
  { id: 'driving', items: ['note-habit-driving'], findings: ['long-driving'] },
  { id: 'phone', items: ['ex-phone-eye-level', 'note-habit-phone'], findings: ['phone-hours'] },
  { id: 'desk', items: ['ex-desk-setup-check', 'note-habit-desk'], findings: ['long-sitting'] },
  { id: 'pacing', items: ['note-habit-pacing'], findings: ['persistent', 'stress'] },
]

const LATER: readonly string[] = ['later.habit', 'later.same-habit']

/** Heat, cold and the like: there when relief is wanted, never something to keep up. */
export function isRelief({ kind, component, exerciseId }: PlanItem): boolean {
  return kind === 'habit' && component === 'pain-management' && exerciseId !== null
}

const isTask = (item: PlanItem) => item.kind === 'habit' && !isRelief(item)

const topicOf = (item: PlanItem) => HABIT_TOPICS.findIndex(({ items }) => items.includes(item.id))
/** Lines of no topic, such as a clinic's own, are each a thing of their own. */
const sameThing = (one: PlanItem, other: PlanItem) => topicOf(one) !== -1 && topicOf(one) === topicOf(other)

function rank(item: PlanItem, found: ReadonlySet<string>): number {
  const at = topicOf(item)
  const topic = HABIT_TOPICS[at]
  if (topic === undefined) return HABIT_TOPICS.length * 20
  const asked = topic.findings.some((id) => found.has(id))
  return (asked ? 0 : HABIT_TOPICS.length * 10) + at * 10 + topic.items.indexOf(item.id)
}

const without = (item: PlanItem): PlanItem => ({
  ...item,
  because: item.because.filter(({ id }) => !LATER.includes(id)),
})

function waiting(item: PlanItem, now: readonly PlanItem[]): PlanItem {
  const same = now.find((one) => sameThing(one, item))
  const why =
    same === undefined
      ? { id: 'later.habit', values: { most: AT_A_TIME } }
      : { id: 'later.same-habit', values: { habit: same.title } }
  return { ...item, because: [...item.because, why] }
}

/** From those that wait, as many as may join what is done now: never two that ask for the same thing. */
function joining(queue: readonly PlanItem[], now: readonly PlanItem[]): PlanItem[] {
  return queue.reduce<PlanItem[]>((joined, item) => {
    const doubled = [...now, ...joined].some((one) => sameThing(one, item))
    return doubled || joined.length >= AT_A_TIME ? joined : [...joined, item]
  }, [])
}

/**
 * The lines of a first plan, with at most three small habits: those that a finding of this person asks for first, then by the order of
 * `HABIT_TOPICS`; the others wait, each with its reason. What gives relief and what is no habit stays. Deterministic.
 */
export function fewHabits(
  items: readonly PlanItem[],
  findings: readonly Finding[],
): { items: PlanItem[]; later: PlanItem[] } {
  const found = new Set(findings.map(({ id }) => id))
  const queue = items.filter(isTask).sort((a, b) => rank(a, found) - rank(b, found))
  const now = joining(queue, [])
  return {
    items: items.filter((item) => !isTask(item) || now.includes(item)),
    later: queue.filter((item) => !now.includes(item)).map((item) => waiting(item, now)),
  }
}

/** With a later phase the next habits join, at most three, in the order in which they wait. */
export function moreHabits(
  items: readonly PlanItem[],
  later: readonly PlanItem[],
): { items: PlanItem[]; later: PlanItem[] } {
  const queue = later.map(without)
  const joined = joining(queue, items)
  const now = [...items, ...joined]
  return {
    items: now,
    later: queue.filter((item) => !joined.includes(item)).map((item) => waiting(item, now)),
  }
}
