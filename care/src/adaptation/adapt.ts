import type { Content } from '../content.ts'
import type { Decision } from '../decision.ts'
import { workOf } from '../plan/estimate.ts'
import type { Plan, PlanItem } from '../plan/plan.ts'
import type { Next, SessionReport } from '../session/session.ts'
import type { CardId } from '../triage/red-flag.ts'
import type { PlanChange } from './adaptation.ts'
import { daysOf, type ItemDay } from './day.ts'
import { heldBack, type ItemRule, ruleFor, type SessionFacts } from './item-rules.ts'
import { nextDayLight } from './light.ts'
import { SYMPTOM, symptomIn, symptomOn } from './symptom.ts'
import { outcomeOf, type SessionOutcome, type SessionRule, type TaskNeeded } from './session-rules.ts'
import { easier, type Step } from './steps.ts'

/** At most this many exercises get harder after one session. Source: programme decision table, author default. */
const MOST_HARDER = 2
const WEEK = 7 * 86_400_000
/** A gap after which everything starts one step lower. */
const GAP = WEEK
const AFTER_GAP = 0.8
const AFTER_WORSE_DAY = 0.6

export type AdaptInput = {
  plan: Plan
  report: SessionReport
  /** Earlier reports of this person, oldest first, without this one. */
  history: readonly SessionReport[]
  content: Content
  now: string
  /** The decision tables, when they are not the product's own: how a test deletes a row. */
  tables?: { items: readonly ItemRule[]; session: readonly SessionRule[] }
  /** Changes that already wait for the therapist: not proposed again. */
  waiting?: readonly PlanChange[]
  /** A flare-up runs: nothing gets harder, whatever the session felt like. */
  flare?: boolean
  /** The clinic wants to see every harder change before it takes effect; else those within the bounds are listed for the weekly co-sign. */
  holdHarder?: boolean
}

export type Adapted = {
  /** The next version; the same object when nothing changed. */
  plan: Plan
  changes: PlanChange[]
  tasks: TaskNeeded[]
  next: Next
  card: CardId | null
  decision: Decision
}

type Ruled = { day: ItemDay; rule: string; step: Step }

/** Items of the session before, when the person felt worse the next day, and of everything after a long gap: one step down. */
function stepDown(input: AdaptInput, trained: ReadonlySet<string>): Ruled[] {
  const { plan, report, history, content } = input
  const past = history.at(-1)
  if (past === undefined) return []
  // A look at the course may have taken the step already, while the person was away.
  const stepped = Date.parse(plan.at) - Date.parse(past.endedAt) >= GAP
  const gap = !stepped && Date.parse(report.startedAt) - Date.parse(past.endedAt) >= GAP
  const worseDay = nextDayLight(report.before.sinceLast) === 'red'
  if (!gap && !worseDay) return []
  const whole: SessionReport = gap ? { ...past, sets: [...history].flatMap((one) => one.sets) } : past
  const why = worseDay ? 'adapt.worse-day' : 'adapt.gap'
  const share = worseDay ? AFTER_WORSE_DAY : AFTER_GAP
  return daysOf(plan, whole, [], content)
    .filter((day) => day.item.state === 'active' && !trained.has(day.item.id))
    .map((day) => ({
      day,
      rule: why,
      step: easier(day.item, day.exercise, share, why, plan, content),
    }))
}

/** A harder step that would have been listed waits for the clinician instead; the item stays as it is. */
function held(step: Step, day: ItemDay): Step {
  if (step.change.status !== 'listed') return step
  return { item: day.item, change: { ...step.change, status: 'waiting' } }
}

/** At most two steps harder, lowest effort first, within the weekly volume; the others are kept and say why. */
function bounded(ruled: Ruled[], input: AdaptInput): Ruled[] {
  const { plan } = input
  const limit = weeklyLimit(plan, input.now)
  let total = totalWork(applied(plan.items, ruled.filter(notHarder)))
  let count = 0
  const accepted = new Set<Ruled>()
  const refused = new Map<Ruled, 'adapt.keep.two-at-most' | 'adapt.keep.week-full'>()
  const asking = ruled
    .filter((entry) => entry.step.change.status === 'listed')
    .sort((a, b) => (a.day.effort ?? 10) - (b.day.effort ?? 10))
  for (const entry of asking) {
    const more = workIn(entry.step.item) - workIn(entry.day.item)
    if (count >= MOST_HARDER) refused.set(entry, 'adapt.keep.two-at-most')
    else if (total + more > limit) refused.set(entry, 'adapt.keep.week-full')
    else {
      accepted.add(entry)
      count += 1
      total += more
    }
  }
  return ruled.map((entry) => {
    const why = refused.get(entry)
    return why === undefined ? entry : { ...entry, step: heldBack(entry.day, why) }
  })
}

const notHarder = (entry: Ruled) => entry.step.change.direction !== 'harder'
const workIn = (item: PlanItem) =>
  item.kind === 'exercise' && item.state === 'active' && item.dosage !== null ? workOf(item.dosage) : 0
const totalWork = (items: readonly PlanItem[]) => items.reduce((sum, item) => sum + workIn(item), 0)

function applied(items: readonly PlanItem[], ruled: readonly Ruled[]): PlanItem[] {
  const after = new Map(ruled.map(({ step }) => [step.item.id, step.item]))
  return items.map((item) => after.get(item.id) ?? item)
}

/** Work that the running week began with; a new week begins seven days after the last one did. */
function weekOf(plan: Plan, now: string): { since: string; work: number } {
  const running = plan.volume
  if (running !== undefined && Date.parse(now) - Date.parse(running.since) < WEEK) return running
  return { since: now, work: totalWork(plan.items) }
}

function weeklyLimit(plan: Plan, now: string): number {
  return weekOf(plan, now).work * (1 + plan.bounds.weeklyVolumeShare)
}

function ruledItems(input: AdaptInput): Ruled[] {
  const { plan, report, history, content, waiting = [] } = input
  const days = daysOf(plan, report, history, content).filter((day) => day.item.state === 'active')
  const hurt =
    days.some((day) => day.light === 'red') ||
    nextDayLight(report.before.sinceLast) !== 'green' ||
    input.flare === true ||
    symptomIn(report)
  const facts: SessionFacts = {
    plan,
    content,
    stopped: (itemId) =>
      symptomOn(report, itemId) ? SYMPTOM : report.stop?.planItemId === itemId ? report.stop.rule : null,
    worseDay: (itemId) =>
      nextDayLight(report.before.sinceLast) === 'red' &&
      (history.at(-1)?.sets ?? []).some((set) => set.planItemId === itemId),
    guarded: hurt ? 'hurt' : report.stop === null ? null : 'stopped',
  }
  const ruled = days.map((day) => {
    const { id, step } = ruleFor(day, facts, input.tables?.items)
    return { day, rule: id, step: input.holdHarder === true ? held(step, day) : step }
  })
  const fresh = ruled.filter(
    ({ step }) =>
      step.change.status !== 'waiting' ||
      !waiting.some((old) => old.planItemId === step.change.planItemId && old.to === step.change.to),
  )
  const trained = new Set(days.map((day) => day.item.id))
  return bounded([...fresh, ...stepDown(input, trained)], input)
}

function nextPlan(input: AdaptInput, ruled: readonly Ruled[], outcome: SessionOutcome): Plan {
  const { plan, now } = input
  if (outcome.hold)
    return {
      ...plan,
      version: plan.version + 1,
      items: applied(plan.items, ruled),
      status: 'waiting-for-clinician',
      decidedBy: 'rules',
      at: now,
    }
  const changed = ruled.some(
    ({ step }) => step.change.direction !== 'same' && step.change.status !== 'waiting',
  )
  if (!changed) return plan
  const grew = ruled.some(({ step }) => step.change.status === 'listed')
  const items = applied(plan.items, ruled)
  const work = totalWork(items)
  const week = weekOf(plan, now)
  // What a session eased, be it the one that begins the week, is where it grows from again, not what it was before.
  const eased = (grew || plan.volume !== undefined) && work < week.work
  return {
    ...plan,
    version: plan.version + 1,
    items,
    decidedBy: 'rules',
    at: now,
    ...(eased ? { volume: { since: now, work } } : grew ? { volume: week } : {}),
  }
}

const anyActive = (plan: Plan) =>
  plan.items.some(({ kind, state }) => kind === 'exercise' && state === 'active')

/** Every exercise rests: only calm ones are left to do, and a therapist looks. */
const NOTHING_LEFT: TaskNeeded = {
  kind: 'review',
  level: 'see_clinician_first',
  because: [{ id: 'adapt.nothing-left' }],
}

/**
 * What a session changes for the next one. Danger first: it holds the plan, makes a task and a card, and changes no dose.
 * Otherwise each trained exercise gets the first row of its decision table: easier takes effect at once (`applied`),
 * harder within the therapist's bounds is `listed`, beyond them `waiting`; what stays says why. At most two get harder, in
 * one variable each, within the weekly volume, and none after anything red. Always exactly one `next`.
 * Missing data: pain or effort that was not asked never makes anything harder. Pure and deterministic.
 */
export function adapt(input: AdaptInput): Adapted {
  const { plan, report, history, content, now } = input
  const outcome = outcomeOf({ report, history, content }, input.tables?.session)
  // Where all is held nothing moves but what must not be done again: it stays out when the hold is lifted.
  const ruled = outcome.hold
    ? ruledItems(input).filter(({ day }) => symptomOn(report, day.item.id))
    : ruledItems(input)
  const changes = ruled.map(({ step }) => step.change)
  const next = nextPlan(input, ruled, outcome)
  const resting = anyActive(plan) && !anyActive(next) ? [NOTHING_LEFT] : []
  return {
    plan: next,
    changes,
    tasks: [...(outcome.task === null ? [] : [outcome.task]), ...resting],
    next: outcome.next,
    card: outcome.card,
    decision: {
      kind: 'adaptation',
      rule: outcome.id,
      contentVersion: content.version,
      inputs: {
        planVersion: plan.version,
        reportId: report.id,
        history: history.map((past) => past.id),
        waiting: input.waiting ?? [],
        flare: input.flare === true,
        holdHarder: input.holdHarder === true,
      },
      outcome: {
        next: outcome.next,
        card: outcome.card,
        rules: Object.fromEntries(ruled.map(({ day, rule }) => [day.item.id, rule])),
        changes,
      },
      because: [...outcome.because, ...changes.flatMap((change) => change.because)],
      at: now,
      by: 'rules',
    },
  }
}
