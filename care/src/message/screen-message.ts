import type { Message } from './message.ts'
import type { YesNo } from '../intake/facts.ts'
import { highest, rankOf } from '../triage/rank.ts'
import type { Disposition, RedFlag, RedFlagTable, TriageResult } from '../triage/red-flag.ts'
import { hitsOf } from '../triage/screen.ts'
import { type Fired, firedText, precautionsOf, resultOf } from '../triage/triage.ts'

/** What somebody wrote and what is known of it: what they wrote before it and had no answer to yet, and the check questions answered so far. */
export type Written = {
  words: string
  lang: string
  turns?: readonly string[]
  answers?: Readonly<Record<string, YesNo>>
}

/**
 * What a message comes to. `asks`: check questions without an answer, which count as yes until they have one; the device puts them, the
 * gravest first, as far as they could still come to more than was found without them.
 */
export type Screened = { result: TriageResult; asks: RedFlag[] }

/** A check question as it was answered. "Not sure" counts as yes. */
function firedAnswer({ id: rule, question, disposition, card }: RedFlag, said: YesNo): Fired | null {
  if (said === 'no') return null
  const id = said === 'yes' ? 'triage.yes' : 'triage.unsure'
  return { rule, disposition, card, because: { id, values: { rule, question } } }
}

/**
 * The screen of a message, the same on the device before it is sent and on the server before it is kept: what is said outright, what the
 * check questions confirm, and what was asked and not answered. Total and deterministic; the highest level wins.
 */
export function screenMessage(written: Written, table: RedFlagTable, version: string): Screened {
  const { words, lang, turns = [], answers = {} } = written
  const hits = hitsOf(words, table, lang, turns)
  const of = (all: typeof hits, facts: typeof answers): Fired[] =>
    all.map((hit) => firedText(hit, words, facts, table)).filter((row) => row !== null)
  const confirmed = table.items
    .map((item) => (Object.hasOwn(answers, item.id) ? firedAnswer(item, answers[item.id] ?? 'unsure') : null))
    .filter((row) => row !== null)
  const fired = [...of(hits, answers), ...confirmed]
  const outright = [
    ...of(
      hits.filter((hit) => !hit.ask),
      answers,
    ),
    ...confirmed,
  ]
  const known = rankOf(highest(outright.map(({ disposition }) => disposition)))
  const asked = new Set(hits.flatMap((hit) => (hit.ask ? hit.asks : [])))
  const asks = table.items
    .filter(({ id }) => asked.has(id) && !Object.hasOwn(answers, id))
    .filter(({ disposition }) => rankOf(disposition) > known)
    .sort((a, b) => rankOf(b.disposition) - rankOf(a.disposition))
  return { result: resultOf(fired, precautionsOf(fired, table), version), asks }
}

/** So many messages before one are read with it, and none that is older than this: what comes drop by drop is one thing to say. */
const TURNS = 4
const TURNS_HOURS = 48

/**
 * What a message is read together with, oldest first: what the clinic asked, what the person wrote, and what they answered to check
 * questions since. A message that was flagged has had its say: it raises nothing a second time.
 */
export function heardBefore(
  messages: readonly Pick<Message, 'from' | 'words' | 'at' | 'answers' | 'flag'>[],
  now: string,
): { turns: string[]; answers: Record<string, YesNo> } {
  const since = Date.parse(now) - TURNS_HOURS * 3_600_000
  const last = messages.filter(({ at, flag }) => flag === null && Date.parse(at) >= since).slice(-TURNS)
  return {
    turns: last.map(({ from, words }) => (from === 'clinic' ? `Q: ${words}` : words)),
    answers: Object.assign({}, ...last.map(({ answers }) => answers)) as Record<string, YesNo>,
  }
}

/** What follows from a level: what the person is shown at once, the task for the clinic, and whether exercise waits for a clinician. */
export type Outcome = {
  card: 'stop' | 'advice' | null
  task: 'red-flag' | 'review' | null
  holds: boolean
}

/** From what was found to what happens. The message itself is kept and delivered at every level, with what was found beside it. */
export const OUTCOMES: Readonly<Record<Disposition, Outcome>> = {
  emergency_now: { card: 'stop', task: 'red-flag', holds: true },
  same_day_urgent: { card: 'stop', task: 'red-flag', holds: true },
  see_clinician_first: { card: 'advice', task: 'red-flag', holds: true },
  caution: { card: 'advice', task: 'review', holds: false },
  none: { card: null, task: null, holds: false },
}
