import {
  adaptWithin,
  type CardId,
  type Prescription,
  screenBefore,
  stopOf,
  type WithinSignal,
  type WithinVerdict,
} from '@dorsal/care'
import type { RunItem } from './course.ts'
import { summaryOf } from './report.ts'
import type { Before, SessionState } from './state.ts'

export type BeforeVerdict =
  | { kind: 'go' }
  | { kind: 'recovery' }
  | { kind: 'card'; card: CardId; rule: string; emergency: boolean }

/**
 * The questions before the start: the gravest yes decides, then pain of 7 and more leaves breathing and rest (SS11). A question
 * that was not reached yet never counts here as a danger of its own: it is still going to be put.
 */
export function judgeBefore(before: Before, prescription: Prescription): BeforeVerdict {
  const { disposition, card, rules, recoveryOnly } = screenBefore(before.answers, before.pain, prescription)
  const rule = rules.find((id) => !id.endsWith('.unanswered'))
  const grave = disposition !== 'none' && disposition !== 'caution'
  if (grave && card !== null && rule !== undefined)
    return { kind: 'card', card, rule, emergency: disposition === 'emergency_now' }
  return recoveryOnly ? { kind: 'recovery' } : { kind: 'go' }
}

/** The card that a stop rule shows, from the rule's own action. */
export function cardOfStop(rule: string, prescription: Prescription): CardId | null {
  return stopOf(rule, prescription).card
}

/** What the rules within a session come to, for the item as it runs. */
export type Verdict = WithinVerdict<RunItem>
export type Change = Extract<Verdict, { kind: 'change' }>

/** Asks the rules about one item. They only ever make things easier, or end them. */
export function judge(state: SessionState, item: RunItem, signal: WithinSignal): Verdict {
  const automatic = state.changes.filter((change) => !/^within\.(asked|skip)/.test(change.because.id)).length
  return adaptWithin({ item, startPain: state.before.pain, sore: state.sore, automatic }, signal, {
    painCeiling: state.prescription.painCeiling,
  })
}

/** Share of the set's repetitions without a fault, as far as the camera judged them; null when it did not see enough. */
function formOf(state: SessionState): number | null {
  const summary = summaryOf(state.summaries, state.sets.length - 1)
  if (summary === null || summary.reps.total < 3 || summary.seenShare < 0.7) return null
  const worst = Math.max(0, ...summary.faults.map((fault) => fault.count))
  return Math.max(0, 1 - worst / summary.reps.total)
}

/** What pain, effort and form after a set come to. */
export function judgeSet(state: SessionState): Verdict {
  const set = state.sets.at(-1)
  const item = state.items.find((candidate) => candidate.planItemId === set?.planItemId)
  if (set === undefined || item === undefined) return { kind: 'go-on' }
  return judge(state, item, { kind: 'set', pain: set.pain, effort: set.effort, form: formOf(state) })
}
