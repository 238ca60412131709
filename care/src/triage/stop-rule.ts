import type { CardId, Disposition, RedFlagTable, StopRule } from './red-flag.ts'

/** What a stop rule means for the session, for the card and for the clinic. */
export type Stop = {
  label: string | null
  action: StopRule['action']
  card: CardId | null
  disposition: Disposition
}

const MEANS: Readonly<Record<StopRule['action'], Pick<Stop, 'card' | 'disposition'>>> = {
  emergency: { card: 'emergency', disposition: 'emergency_now' },
  'end-session': { card: 'stop-session', disposition: 'caution' },
  'stop-exercise': { card: null, disposition: 'caution' },
  pause: { card: null, disposition: 'none' },
  'recovery-only': { card: 'caution', disposition: 'caution' },
  regress: { card: null, disposition: 'caution' },
}

/** What a stop rule by its id (SS01 to SS13) does. A rule that is not in the table still ends the session: stopping is always safe. */
export function stopOf(ruleId: string, table: Pick<RedFlagTable, 'stopRules'>): Stop {
  const rule = table.stopRules.find((candidate) => candidate.id === ruleId)
  const action = rule?.action ?? 'end-session'
  return { label: rule?.label ?? null, action, ...MEANS[action] }
}
