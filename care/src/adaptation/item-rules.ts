import type { Content } from '../content.ts'
import type { Plan } from '../plan/plan.ts'
import type { ItemDay } from './day.ts'
import { because, easier, harder, keep, pause, type Step, swapEasier } from './steps.ts'

/** What the rules for one item know of the whole session. */
export type SessionFacts = {
  plan: Plan
  content: Content
  /** The stop rule that fired on this very item, or null. */
  stopped: (itemId: string) => string | null
  /** The last session held this item and the person felt much worse the day after. */
  worseDay: (itemId: string) => boolean
  /** Nothing grows after such a session: something hurt, or it was stopped for another reason. */
  guarded: 'hurt' | 'stopped' | null
}

export type ItemRule = {
  id: string
  when: (day: ItemDay, facts: SessionFacts) => boolean
  gives: (day: ItemDay, facts: SessionFacts) => Step
}

/** Share of the dose that stays after a red light, and after effort above the band. Source: decision table of the programme. */
const AFTER_RED = 0.6
const AFTER_EFFORT = 0.8
const POOR_FORM = 0.4
const GOOD_FORM = 0.8
const DONE_LITTLE = 0.6
const DONE_WELL = 0.9

const band = (day: ItemDay) => day.item.dosage?.effort ?? [0, 3]
const peakValue = (day: ItemDay) => (day.peak === null ? {} : { pain: day.peak })

/** Whether effort, form and completion allow more: effort must be known and in the band; form counts only when it was seen. */
function easyEnough(day: ItemDay): boolean {
  return (
    day.effort !== null &&
    day.effort <= band(day)[1] &&
    (day.form === null || day.form >= GOOD_FORM) &&
    day.completed >= DONE_WELL
  )
}

/**
 * The decision table for one exercise between sessions: the first row that holds decides, one variable at a time. Only
 * `two-green` makes anything harder. Source: programme decision table and traffic light; author defaults, unsigned.
 */
export const ITEM_RULES: readonly ItemRule[] = [
  {
    id: 'nerve-symptom',
    when: (day, facts) => facts.stopped(day.item.id) === 'SS05',
    gives: (day) => pause(day.item, 'adapt.paused.symptom'),
  },
  {
    id: 'stopped-here',
    when: (day, facts) => ['SS03', 'SS04', 'SS10'].includes(facts.stopped(day.item.id) ?? ''),
    gives: (day, { plan, content }) => easier(day.item, day.exercise, AFTER_RED, 'adapt.red', plan, content),
  },
  {
    id: 'red',
    when: (day) => day.light === 'red',
    gives: (day, { plan, content }) => easier(day.item, day.exercise, AFTER_RED, 'adapt.red', plan, content),
  },
  {
    id: 'worse-day',
    when: (day, facts) => facts.worseDay(day.item.id),
    gives: (day, { plan, content }) =>
      easier(day.item, day.exercise, AFTER_RED, 'adapt.worse-day', plan, content),
  },
  {
    id: 'eased-exercise',
    when: (day) => day.eased === 'exercise',
    gives: (day, { plan, content }) => swapEasier(day.item, day.exercise, 'adapt.eased', plan, content),
  },
  {
    id: 'eased-dose',
    when: (day) => day.eased === 'dose',
    gives: (day, { plan, content }) =>
      easier(day.item, day.exercise, AFTER_EFFORT, 'adapt.eased', plan, content),
  },
  {
    id: 'poor-form',
    when: (day) => day.form !== null && day.form < POOR_FORM,
    gives: (day, { plan, content }) =>
      easier(day.item, day.exercise, AFTER_EFFORT, 'adapt.form', plan, content),
  },
  {
    id: 'amber-again',
    when: (day) => day.light === 'amber' && day.before === 'amber' && day.peak !== null,
    gives: (day, { plan, content }) => swapEasier(day.item, day.exercise, 'adapt.amber', plan, content),
  },
  {
    id: 'not-asked',
    when: (day) => day.light === 'amber' && day.peak === null,
    gives: (day) => keep(day.item, 'adapt.keep.not-asked'),
  },
  {
    id: 'amber',
    when: (day) => day.light === 'amber',
    gives: (day) => keep(day.item, 'adapt.keep.amber', peakValue(day)),
  },
  {
    id: 'too-hard',
    when: (day) => day.effort !== null && day.effort > band(day)[1] + 1,
    gives: (day, { plan, content }) =>
      easier(day.item, day.exercise, AFTER_EFFORT, 'adapt.effort', plan, content),
  },
  {
    id: 'not-finished',
    when: (day) => day.completed < DONE_LITTLE,
    gives: (day, { plan, content }) =>
      easier(day.item, day.exercise, Math.max(0.4, day.completed), 'adapt.unfinished', plan, content),
  },
  {
    id: 'guarded',
    when: (_day, facts) => facts.guarded !== null,
    gives: (day, { guarded }) =>
      keep(day.item, guarded === 'stopped' ? 'adapt.keep.stopped' : 'adapt.keep.guarded'),
  },
  {
    id: 'two-green',
    when: (day) => day.before === 'green' && easyEnough(day),
    gives: (day, { plan, content }) =>
      harder(day.item, day.exercise, plan, content) ??
      keep(day.item, day.item.released === undefined ? 'adapt.keep.top' : 'adapt.keep.released'),
  },
  {
    id: 'first-green',
    when: (day) => day.before !== 'green' && easyEnough(day),
    gives: (day) => keep(day.item, 'adapt.keep.first-green', peakValue(day)),
  },
  {
    id: 'steady',
    when: () => true,
    gives: (day) => keep(day.item, 'adapt.keep.steady'),
  },
]

/** The row that decides for this item. The last row always holds. */
export function ruleFor(
  day: ItemDay,
  facts: SessionFacts,
  rules: readonly ItemRule[] = ITEM_RULES,
): { id: string; step: Step } {
  const rule = rules.find((row) => row.when(day, facts))
  if (rule === undefined) return { id: 'none', step: keep(day.item, 'adapt.keep.steady') }
  return { id: rule.id, step: rule.gives(day, facts) }
}

/** Why a step that the table allowed is not taken today. */
export function heldBack(day: ItemDay, why: 'adapt.keep.two-at-most' | 'adapt.keep.week-full'): Step {
  const step = keep(day.item, why)
  return { ...step, change: { ...step.change, because: because(why, day.item) } }
}
