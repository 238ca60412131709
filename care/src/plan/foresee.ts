import * as z from 'zod/mini'
import { adapt } from '../adaptation/adapt.ts'
import { PlanChange } from '../adaptation/adaptation.ts'
import type { Content } from '../content.ts'
import type { Facts } from '../condition.ts'
import type { SessionReport } from '../session/session.ts'
import { gateState } from './gate.ts'
import type { Plan } from './plan.ts'

/**
 * What the rules would do next with one line of a plan. `easy`: the change that comes when it is easy, after so many easy sessions
 * (1 where the last one was easy already); `held`: why none comes; `hurts`: what comes at once when it hurts.
 */
export const Foreseen = z.object({
  itemId: z.string(),
  title: z.string(),
  after: z.number(),
  easy: z.nullable(PlanChange),
  held: z.nullable(PlanChange),
  hurts: z.nullable(PlanChange),
})
export type Foreseen = z.infer<typeof Foreseen>

/** The same for the whole plan: each line that is done, and which criteria of the phase are met and open. */
export const Foresight = z.object({
  items: z.array(Foreseen),
  phase: z.object({ label: z.string(), met: z.array(z.string()), open: z.array(z.string()) }),
})
export type Foresight = z.infer<typeof Foresight>

const DAY = 86_400_000

type Made = { plan: Plan; pain: number; at: number; first: boolean; id: string }

/** A session as it would be reported: every active line done in full, with this pain and with the effort that was aimed at. */
function session({ plan, pain, at, first, id }: Made): SessionReport {
  const when = new Date(at).toISOString()
  const done = plan.items.filter(
    ({ kind, state, dosage }) => kind === 'exercise' && state === 'active' && dosage,
  )
  return {
    id,
    sessionNumber: 1,
    planVersion: plan.version,
    mode: 'timer',
    startedAt: when,
    endedAt: when,
    before: { answers: {}, pain: 0, sinceLast: first ? 'first' : 'better' },
    sets: done.map((item) => ({
      planItemId: item.id,
      exerciseId: item.exerciseId ?? '',
      set: 1,
      prescribedReps: item.dosage?.reps ?? null,
      doneReps: item.dosage?.reps ?? 0,
      counted: 'timer',
      seconds: item.dosage?.durationSeconds ?? 60,
      summary: null,
      pain,
      effort: item.dosage?.effort[0] ?? 0,
    })),
    changes: [],
    painAfter: pain,
    effort: null,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
}

export type ForeseeInput = {
  plan: Plan
  history: readonly SessionReport[]
  content: Content
  facts: Facts
  holdHarder: boolean
  now: string
}

const ID = '00000000-0000-7000-8000-00000000000'

/**
 * What the rules would do with this plan at the next sessions: the real rules, over the person's real reports and made-up sessions in
 * which all was easy, or all hurt. Nothing is kept. Sessions count as two days apart. Missing data: without reports the first easy session
 * is the first of all. Deterministic.
 */
export function foresee({ plan, history, content, facts, holdHarder, now }: ForeseeInput): Foresight {
  const start = Date.parse(now)
  const first = history.length === 0
  const run = (report: SessionReport, of: Plan, past: readonly SessionReport[]) =>
    adapt({ plan: of, report, history: past, content, now: report.endedAt, holdHarder })
  const easy = session({ plan, pain: 0, at: start, first, id: `${ID}1` })
  const once = run(easy, plan, history)
  const again = session({ plan: once.plan, pain: 0, at: start + 2 * DAY, first: false, id: `${ID}2` })
  const twice = run(again, once.plan, [...history, easy])
  const sore = content.programme.trafficLight.amberUpTo + 1
  const hurt = run(session({ plan, pain: sore, at: start, first, id: `${ID}3` }), plan, history)
  const of = (changes: readonly PlanChange[], id: string, direction: PlanChange['direction']) =>
    changes.find((change) => change.planItemId === id && change.direction === direction) ?? null
  const phase = content.programme.phases.find(({ id }) => id === plan.phase)
  const gate = phase === undefined ? null : gateState(phase.exit, facts)
  const texts = (ids: readonly string[]) =>
    (phase?.exit.criteria ?? []).filter(({ id }) => ids.includes(id)).map(({ text }) => text)
  return {
    items: plan.items
      .filter(({ kind, state }) => kind === 'exercise' && state === 'active')
      .map(({ id, title }) => {
        const soon = of(once.changes, id, 'harder')
        const then = soon ?? of(twice.changes, id, 'harder')
        return {
          itemId: id,
          title,
          after: soon === null ? 2 : 1,
          easy: then,
          held: then === null ? of(twice.changes, id, 'same') : null,
          hurts: of(hurt.changes, id, 'easier'),
        }
      }),
    phase: { label: phase?.label ?? plan.phase, met: texts(gate?.met ?? []), open: texts(gate?.open ?? []) },
  }
}
