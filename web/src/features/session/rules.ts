import { type CardId, type Prescription, screenBefore, stopOf } from '@dorsal/care'
import type { ItemChange } from './changing.ts'
import type { RunItem } from './course.ts'
import { type Before, itemAt, type SessionState } from './state.ts'

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

export type SetVerdict =
  | { kind: 'go-on' }
  | { kind: 'change'; change: ItemChange; sore: boolean }
  | { kind: 'settle' }
  | { kind: 'breath' }
  | { kind: 'end'; rule: string; card: CardId | null }

/** What pain and effort after a set come to. */
export function judgeSet(state: SessionState): SetVerdict {
  const set = state.sets.at(-1)
  const item = itemAt(state)
  if (set === undefined || item === null) return { kind: 'go-on' }
  const pain = set.pain ?? 0
  const rise = set.pain === null ? 0 : set.pain - (state.before.pain ?? 0)
  if (pain >= 8) return { kind: 'end', rule: 'SS03', card: cardOfStop('SS03', state.prescription) }
  if (rise >= 3) return { kind: 'settle' }
  if (pain >= 6 || rise >= 2) {
    if (state.sore.some((id) => id !== item.planItemId)) return { kind: 'end', rule: 'SS04', card: null }
    const change = easeItem(state, item, 'pain-rose')
    return change === null
      ? { kind: 'end', rule: 'SS04', card: null }
      : { kind: 'change', change, sore: true }
  }
  if ((set.effort ?? 0) >= 8) return { kind: 'breath' }
  return { kind: 'go-on' }
}

export type EaseWhy = 'asked' | 'pain-rose' | 'sore'

/** The next easier form of an exercise, one variable at a time; null when there is none left. */
export function easeItem(_state: SessionState, item: RunItem, why: EaseWhy): ItemChange | null {
  const because = (id: string) => ({ id: `within.${why}.${id}`, values: { exercise: item.exercise.name } })
  const undoable = why === 'asked'
  if (why !== 'asked' && item.easier !== null)
    return {
      item: { ...item, exercise: item.easier, easier: null },
      variable: 'exercise',
      because: because('exercise'),
      undoable,
    }
  if (item.rangeShare > 0.5 && item.dosage.durationSeconds === null)
    return {
      item: { ...item, rangeShare: why === 'asked' ? Math.max(0.5, item.rangeShare - 0.25) : 0.5 },
      variable: 'range',
      because: because('range'),
      undoable,
    }
  if (item.easier !== null)
    return {
      item: { ...item, exercise: item.easier, easier: null },
      variable: 'exercise',
      because: because('exercise'),
      undoable,
    }
  return null
}
