import { type Condition, type Fact, type Facts, holds } from '../condition.ts'
import type { PatternRule } from '../content.ts'
import type { Because } from '../decision.ts'
import type { WouldChange } from './evaluation.ts'
import { type EvidenceRow, LEAST_EVIDENCE, LEAST_LEAD, rank, type Scored } from './pattern.ts'

/** At most so many facts, and so many other patterns: more is no longer something that a person can picture. */
const MOST_FACTS = 3
const MOST_PATTERNS = 3
/** What a fact costs that was answered or measured already, beside one that nobody knows yet. */
const KNOWN = 1.5
/** Long past and answered: how and when it began does not change any more. */
const PAST = new Set(['H01', 'H02'])
/** Answers to warning signs are never supposed: whoever has one sees a card, not a "what if". */
const WARNING = /^RF\d/
/** Answers of a list that name nothing: they go when something is named. */
const NOTHING = new Set(['nothing', 'nothing clear', 'none'])

type Leaf = Exclude<
  Condition,
  { all: Condition[] } | { any: Condition[] } | { not: Condition } | { of: Condition[] }
>
/** A row that does not hold, with the answers that would make it hold. */
type Candidate = { row: EvidenceRow; leaves: Leaf[]; cost: number }

/** The first way to make a condition hold by adding something; null where that takes taking something away. */
function wayTo(condition: Condition): Leaf[] | null {
  if ('all' in condition) {
    const parts = condition.all.filter((part) => !('not' in part)).map(wayTo)
    return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? [])
  }
  if ('any' in condition) return condition.any[0] === undefined ? null : wayTo(condition.any[0])
  if ('not' in condition || 'of' in condition || 'sizeAtLeast' in condition) return null
  return [condition]
}

function answered(leaf: Leaf, before: Fact | undefined): Fact {
  if ('is' in leaf) return leaf.is
  if ('atLeast' in leaf) return leaf.atLeast
  if ('atMost' in leaf) return leaf.atMost
  const list = (Array.isArray(before) ? before : []).filter((one: string) => !NOTHING.has(one))
  return 'includes' in leaf ? [...list, leaf.includes] : list
}

/** The facts as they would be. A test is limited or typical, never both, and what is supposed lies clear of its limit. */
function supposed(facts: Facts, leaves: readonly Leaf[]): Facts {
  const out: Record<string, Fact | undefined> = { ...facts }
  for (const leaf of leaves) {
    out[leaf.fact] = answered(leaf, out[leaf.fact])
    const test = /^(test\..*)\.(?:limited|typical)$/.exec(leaf.fact)?.[1]
    if (test === undefined) continue
    for (const name of ['limited', 'typical', 'near-limit'])
      if (leaf.fact !== `${test}.${name}`) out[`${test}.${name}`] = undefined
  }
  return out
}

function knownIn(facts: Facts, { fact }: Leaf): boolean {
  const [kind, id] = fact.split('.')
  if (kind !== 'test') return facts[fact] !== undefined
  return ['limited', 'typical', 'painful', 'raised'].some((name) => facts[`test.${id}.${name}`] !== undefined)
}

function candidatesOf(rule: PatternRule, facts: Facts): Candidate[] {
  return rule.for.flatMap((row): Candidate[] => {
    const leaves = holds(row.when, facts) ? null : wayTo(row.when)
    if (
      leaves === null ||
      leaves.some((leaf) => WARNING.test(leaf.fact) || (PAST.has(leaf.fact) && knownIn(facts, leaf)))
    )
      return []
    if (!holds(row.when, supposed(facts, leaves))) return []
    const cost = leaves.reduce((sum, leaf) => sum + (knownIn(facts, leaf) ? KNOWN : 1), 0)
    return [{ row, leaves, cost }]
  })
}

const costOf = (set: readonly Candidate[]) => set.reduce((sum, one) => sum + one.cost, 0)

/** Sets of up to `size` candidates that say different things, cheapest first; ties as the table has them. */
function setsOf(candidates: readonly Candidate[]): Candidate[][] {
  let grown: Candidate[][] = [[]]
  const sets: Candidate[][] = []
  for (let size = 1; size <= MOST_FACTS; size += 1) {
    grown = grown.flatMap((set) => {
      const last = set.at(-1)
      return candidates
        .slice(last === undefined ? 0 : candidates.indexOf(last) + 1)
        .filter((one) => set.every((other) => other.row.because !== one.row.because))
        .map((one) => [...set, one])
    })
    sets.push(...grown)
  }
  return sets
    .map((set) => ({ set, cost: costOf(set) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ set }) => set)
}

/** The sentence of a supposed fact, with the number that it names. */
function sentence({ row, leaves }: Candidate): Because {
  const id = `would.${row.because.replace(/^pattern\./, '')}`
  const [leaf] = leaves
  const limit =
    leaf !== undefined && 'atLeast' in leaf
      ? leaf.atLeast
      : leaf !== undefined && 'atMost' in leaf
        ? leaf.atMost
        : undefined
  return limit === undefined ? { id } : { id, values: { limit } }
}

/** The facts that a condition looks at; kept, for the same few conditions are asked over and over. */
const looks = new WeakMap<Condition, ReadonlySet<string>>()
function looksAt(condition: Condition): ReadonlySet<string> {
  const known = looks.get(condition)
  if (known !== undefined) return known
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'of' in condition
          ? condition.of
          : 'not' in condition
            ? [condition.not]
            : []
  const facts = new Set(parts.flatMap((part) => [...looksAt(part)]))
  if ('fact' in condition) facts.add(condition.fact)
  looks.set(condition, facts)
  return facts
}

/** What one candidate brings to each pattern, in the order of `ranked`: rows that begin to hold, less those that end. */
function gains({ leaves }: Candidate, ranked: readonly Scored[], facts: Facts): number[] {
  const then = supposed(facts, leaves)
  const changed = Object.keys(then).filter((id) => then[id] !== facts[id])
  const gain = (rows: readonly EvidenceRow[]): number =>
    rows
      .filter(({ when }) => changed.some((id) => looksAt(when).has(id)))
      .reduce(
        (sum, row) => sum + row.weight * (Number(holds(row.when, then)) - Number(holds(row.when, facts))),
        0,
      )
  return ranked.map(({ rule }) => gain(rule.for) - gain(rule.against))
}

/** The cheapest set of facts that makes one pattern lead: found by adding up what each fact brings alone, then looked at as a whole. */
function towards({ rule }: Scored, ranked: readonly Scored[], facts: Facts) {
  const own = ranked.findIndex((one) => one.rule.id === rule.id)
  const patterns = ranked.map((one) => one.rule)
  const candidates = candidatesOf(rule, facts)
  const gainOf = new Map(candidates.map((one) => [one, gains(one, ranked, facts)]))
  const seemsToLead = (set: readonly Candidate[]): boolean => {
    const scores = ranked.map(({ score }, index) =>
      set.reduce((sum, one) => sum + (gainOf.get(one)?.[index] ?? 0), score),
    )
    const mine = scores[own] ?? 0
    const next = Math.max(0, ...scores.filter((_score, index) => index !== own))
    return mine >= LEAST_EVIDENCE && mine - next >= LEAST_LEAD
  }
  for (const set of setsOf(candidates)) {
    if (!seemsToLead(set)) continue
    const leaves = set.flatMap((one) => one.leaves)
    const then = rank(patterns, supposed(facts, leaves))
    if (then.clear && then.ranked[0]?.rule.id === rule.id) return { set, cost: costOf(set) }
  }
  return null
}

/**
 * What would change the evaluation's mind: for other patterns, the fewest answers or results that would make that one lead clearly, what nobody knows yet
 * before what was said already. Only what could be added is supposed, never that something was wrong. At most three patterns of at most
 * three facts, the nearest first; none where nothing so small would do. Deterministic; looks at the same rows as the evaluation itself.
 */
export function wouldChange(
  patterns: readonly PatternRule[],
  facts: Facts,
  chosen: PatternRule['id'],
): WouldChange[] {
  const { ranked } = rank(patterns, facts)
  return ranked
    .filter(({ rule }) => rule.id !== chosen && rule.for.length > 0)
    .flatMap((scored) => {
      const found = towards(scored, ranked, facts)
      return found === null ? [] : [{ rule: scored.rule, ...found }]
    })
    .sort((a, b) => a.cost - b.cost || a.rule.id.localeCompare(b.rule.id))
    .slice(0, MOST_PATTERNS)
    .map(({ rule, set }) => ({ pattern: rule.id, patternName: rule.name, because: set.map(sentence) }))
}
