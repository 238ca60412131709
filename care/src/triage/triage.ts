import { type Facts, holds } from '../condition.ts'
import type { Because, Decision } from '../decision.ts'
import { mayBeUnderAge } from '../intake/age.ts'
import { factsOf, type IntakeSoFar } from '../intake/facts.ts'
import { missingEmergencyItems } from '../intake/open.ts'
import { cardOf, firstCard, highest, rankOf } from './rank.ts'
import type { CardId, Disposition, RedFlag, RedFlagTable, TriageResult } from './red-flag.ts'
import { hitsOf, type TextHit, UNREADABLE } from './screen.ts'

/** What the triage needs of the content. */
export type TriageContent = { redFlags: RedFlagTable; version: string }

/** What the triage reads of an intake. */
export type TriageIntake = IntakeSoFar & { lang?: string | undefined }

function langOf(intake: TriageIntake): string {
  return typeof intake.lang === 'string' ? intake.lang : 'en'
}

/** A rule that fired: what it comes to, which card, and why. */
export type Fired = { rule: string; disposition: Disposition; card: CardId | null; because: Because }

/** How much of somebody's own words a reason quotes, in letters. */
const WORDS = 80

/** Own words as a reason quotes them: whole words, and a sign where there is more. */
export function quoted(text: string, start: number, end: number): string {
  if (end - start <= WORDS) return text.slice(start, end)
  const most = text.slice(start, start + WORDS)
  const cut = /\s/.test(text[start + WORDS] ?? '') ? WORDS : most.search(/\s+\S*$/)
  return `${most.slice(0, cut > 0 ? cut : WORDS).trimEnd()}…`
}

function firedItem(item: RedFlag, facts: Facts): Fired | null {
  const { id: rule, question, disposition, card } = item
  if (holds(item.trigger, facts)) {
    const said = facts[rule] === 'yes'
    const because = said
      ? { id: 'triage.yes', values: { rule, question } }
      : { id: 'triage.computed', values: { rule, message: item.patientMessage ?? question } }
    return { rule, disposition, card, because }
  }
  if (item.unsure === null || facts[rule] !== 'unsure') return null
  const own = item.unsure === disposition ? card : cardOf(item.unsure)
  return {
    rule,
    disposition: item.unsure,
    card: own,
    because: { id: 'triage.unsure', values: { rule, question } },
  }
}

/**
 * Everything that the person wrote in their own words: any text among the answers that is not one of the offered choices, and the goals.
 * Where the choices are not known every text counts as written.
 */
export function textsOf(intake: IntakeSoFar, offered: readonly string[] = []): string[] {
  const choices = new Set(offered)
  const answers: unknown = intake.answers
  const given = typeof answers === 'object' && answers !== null ? Object.entries(answers) : []
  const written = given
    .filter(([id]) => !/^RF\d+$/.test(id))
    .flatMap(([, value]): unknown[] => [value].flat())
    .filter((value) => typeof value !== 'string' || !choices.has(value))
  const goals: unknown = intake.goals
  const wanted = Array.isArray(goals) ? goals.map((goal: { text?: unknown } | null) => goal?.text) : []
  return [...written, ...wanted].filter((text) => typeof text === 'string')
}

function answered(item: RedFlag | undefined, facts: Facts): boolean {
  const fact = item === undefined ? undefined : facts[item.id]
  return typeof fact === 'string' || (typeof fact === 'number' && item?.answerType === 'number_0_10')
}

/**
 * What a danger that was not said outright comes to: each check question without an answer counts as a yes to it, up to the
 * level of the pattern. Null when all are answered (a yes among them fires by itself). Without a check question it stands.
 */
function askedLevel(hit: TextHit, facts: Facts, table: RedFlagTable): Disposition | null {
  if (hit.asks.length === 0) return hit.disposition
  const items = hit.asks.map((id) => table.items.find((item) => item.id === id))
  const open = items.filter((item) => !answered(item, facts))
  if (open.length === 0) return null
  const level = highest(open.map((item) => item?.disposition ?? hit.disposition))
  return rankOf(level) < rankOf(hit.disposition) ? level : hit.disposition
}

/** A danger found in a text, at the level that it comes to with the check questions answered so far; null: they rule it out. */
export function firedText(hit: TextHit, text: string, facts: Facts, table: RedFlagTable): Fired | null {
  const disposition = hit.ask ? askedLevel(hit, facts, table) : hit.disposition
  if (disposition === null) return null
  const rule = hit.rule
  const card = disposition === hit.disposition ? hit.card : cardOf(disposition)
  const words = quoted(text, hit.start, hit.end)
  const id = rule === UNREADABLE ? 'triage.unread' : hit.ask ? 'triage.text-asked' : 'triage.text'
  return { rule, disposition, card, because: { id, values: { rule, words } } }
}

/** One fired rule a pattern, the gravest of all texts. */
function firedTexts(texts: readonly string[], facts: Facts, table: RedFlagTable, lang: string): Fired[] {
  const byRule = new Map<string, Fired>()
  for (const text of texts)
    for (const hit of hitsOf(text, table, lang)) {
      const fired = firedText(hit, text, facts, table)
      const known = byRule.get(hit.rule)
      if (fired !== null && (known === undefined || rankOf(fired.disposition) > rankOf(known.disposition)))
        byRule.set(hit.rule, fired)
    }
  return [...byRule.values()]
}

/** Check questions that belong to what the person wrote in their own words, said or only touched on. */
export function asksOfTexts(intake: TriageIntake, table: RedFlagTable): string[] {
  const hits = textsOf(intake, table.offered).flatMap((text) => hitsOf(text, table, langOf(intake)))
  return [...new Set(hits.flatMap((hit) => hit.asks))]
}

/** Every rule that fires on an intake: items, combinations, texts, age, and emergency items without an answer. */
export function firedRules(intake: TriageIntake, table: RedFlagTable, now: string): Fired[] {
  const facts = factsOf(intake, now)
  const fired: Fired[] = table.items.map((item) => firedItem(item, facts)).filter((item) => item !== null)
  for (const { id: rule, when, disposition, why } of table.combinations)
    if (holds(when, facts))
      fired.push({
        rule,
        disposition,
        card: cardOf(disposition),
        because: { id: 'triage.combination', values: { rule, why } },
      })
  fired.push(...firedTexts(textsOf(intake, table.offered), facts, table, langOf(intake)))
  const missing = new Set(missingEmergencyItems(intake, table))
  for (const { id, question } of table.items.filter((item) => missing.has(item.id)))
    fired.push({
      rule: `${id}.unanswered`,
      disposition: 'see_clinician_first',
      card: 'clinician-first',
      because: { id: 'triage.incomplete', values: { rule: id, question } },
    })
  if (mayBeUnderAge(intake.yearOfBirth, now))
    fired.push({
      rule: 'under-18',
      disposition: 'see_clinician_first',
      card: 'under-18',
      because: { id: 'triage.under-age' },
    })
  return fired
}

/** Restrictions that follow from the items that fired; they stay when a clinician clears the item for starting. */
export function precautionsOf(fired: readonly Fired[], table: RedFlagTable): string[] {
  const rules = new Set(fired.map((f) => f.rule))
  return [...new Set(table.items.filter((item) => rules.has(item.id)).flatMap((item) => item.precautionTags))]
}

/** The one result of some fired rules: the highest wins, its card goes first, the gravest reason stands first. */
export function resultOf(
  fired: readonly Fired[],
  precautionTags: string[],
  contentVersion: string,
): TriageResult {
  const sorted = [...fired].sort((a, b) => rankOf(b.disposition) - rankOf(a.disposition))
  const disposition = highest(sorted.map((f) => f.disposition))
  const cards = sorted.filter((f) => f.disposition === disposition).map((f) => f.card)
  return {
    disposition,
    card: firstCard(cards.filter((card) => card !== null)),
    rules: sorted.map((f) => f.rule),
    because: sorted.length > 0 ? sorted.map((f) => f.because) : [{ id: 'triage.none' }],
    precautionTags,
    contentVersion,
  }
}

/** What a decision keeps to be replayed: the part of the intake that was read. Of somebody under age nothing is kept. */
export function inputsOf(intake: TriageIntake, now: string): { underAge: true } | { intake: TriageIntake } {
  if (mayBeUnderAge(intake.yearOfBirth, now)) return { underAge: true }
  const { yearOfBirth, sex, answers, goals, measures, lang } = intake
  return { intake: { yearOfBirth, sex, answers, goals, measures, lang } as TriageIntake }
}

/**
 * The red-flag triage of an intake: total (never throws, whatever is in the answers), deterministic, exactly one disposition.
 * The highest rule wins; "unsure" counts as yes for an emergency item and as "see a clinician first" for a lower one; an
 * emergency item without an answer never passes as "no". Texts among the answers and goals are screened too and can only raise.
 * Missing lower items count as not asked. Source: content `red-flags`, after IFOMPT 2020 and the listed sources of each item.
 */
export function triage(
  intake: TriageIntake,
  content: TriageContent,
  now: string,
): { result: TriageResult; decision: Decision } {
  const fired = firedRules(intake, content.redFlags, now)
  const result = resultOf(fired, precautionsOf(fired, content.redFlags), content.version)
  const inputs = inputsOf(intake, now)
  const decision: Decision = {
    kind: 'triage',
    rule: result.rules[0] ?? 'none',
    contentVersion: content.version,
    inputs,
    outcome: { disposition: result.disposition, card: result.card, precautionTags: result.precautionTags },
    because: result.because,
    at: now,
    by: 'rules',
  }
  return { result, decision }
}
