import type { Content } from '../content.ts'
import type { SignOff } from '../ids.ts'

/** What a clinic's lead goes through, part by part. */
export const REVIEW_GROUPS = ['warning-signs', 'thresholds', 'exercises', 'lessons', 'asked'] as const
export type ReviewGroup = (typeof REVIEW_GROUPS)[number]

/** Each kind of item that is signed, by the part that it belongs to. A plan names the same kinds in what it was made from. */
export const REVIEW_KINDS = {
  'red-flags': 'warning-signs',
  combinations: 'warning-signs',
  'free-text': 'warning-signs',
  gates: 'warning-signs',
  'pre-session': 'warning-signs',
  cards: 'warning-signs',
  'stop-rules': 'thresholds',
  programme: 'thresholds',
  outcome: 'thresholds',
  measures: 'thresholds',
  'movement-tests': 'thresholds',
  'yellow-flags': 'thresholds',
  findings: 'thresholds',
  patterns: 'thresholds',
  exercises: 'exercises',
  lessons: 'lessons',
  notes: 'lessons',
  pages: 'lessons',
  timers: 'asked',
  'self-tests': 'asked',
  ladders: 'asked',
  questions: 'asked',
} as const satisfies Readonly<Record<string, ReviewGroup>>
export type ReviewKind = keyof typeof REVIEW_KINDS

/**
 * One item as it is signed. `item`: the whole of what the signature is about. `shipped`: the sign-off that its own file carries; null: its
 * file carries none, so only a clinic can sign it.
 */
export type Reviewable = {
  kind: ReviewKind
  id: string
  version: number
  title: string
  item: object
  shipped: SignOff | null
}

/** How an item is named wherever its state is asked for: `exercises/cat-cow`. */
export const reviewKey = ({ kind, id }: Pick<Reviewable, 'kind' | 'id'>): string => `${kind}/${id}`

type Item = { id: string; version?: number | undefined; signOff?: SignOff }

const listed =
  (kind: ReviewKind) =>
  <T extends Item>(items: readonly T[], title: (item: T) => string): Reviewable[] =>
    items.map((item) => ({
      kind,
      id: item.id,
      version: item.version ?? 1,
      title: title(item),
      item,
      shipped: item.signOff ?? null,
    }))

/** A warning sign is signed with everything in free text that asks about it. */
function redFlags({ items, patterns }: Content['redFlags']): Reviewable[] {
  const whole = items.map((flag) => ({
    ...flag,
    patterns: patterns.filter(({ asks }) => asks.includes(flag.id)),
  }))
  return listed('red-flags')(whole, ({ question, domain }) => question || domain)
}

/** What sets a dose, or ends one, in parts that can be read at one sitting. */
function programmeParts({ programme }: Content): Reviewable[] {
  const { version, phases, signOff, lang: _, ...rest } = programme
  const part = (id: string, title: string, item: object): Reviewable => ({
    kind: 'programme',
    id,
    version,
    title,
    item,
    shipped: signOff,
  })
  return [
    ...phases.map((phase) => part(`phase-${phase.id}`, phase.label, phase)),
    ...Object.entries(rest).map(([name, value]) =>
      part(
        name,
        name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
        { [name]: value },
      ),
    ),
  ]
}

/**
 * Everything of some content that a clinic's lead reviews and signs, in the order in which it is gone through. The word lists and the learned
 * reading of free text are not items: they are held by tests over a corpus, which no reading by eye would replace.
 */
export function reviewables(content: Content): Reviewable[] {
  const { redFlags: red } = content
  return [
    ...redFlags(red),
    ...listed('combinations')(red.combinations, ({ why }) => why),
    ...listed('free-text')(
      red.patterns.filter(({ asks }) => asks.length === 0),
      ({ domain }) => domain,
    ),
    ...listed('gates')(red.gates, ({ question }) => question),
    ...listed('pre-session')(red.preSession, ({ question }) => question),
    ...listed('cards')(red.cards, ({ title }) => title),
    ...listed('stop-rules')(red.stopRules, ({ label }) => label),
    ...programmeParts(content),
    {
      kind: 'outcome',
      id: 'outcome',
      version: 1,
      title: 'outcome',
      item: content.outcome,
      shipped: null,
    },
    ...listed('measures')(content.measures, ({ name }) => name),
    ...listed('movement-tests')(content.movementTests, ({ name }) => name),
    ...listed('yellow-flags')(content.yellowFlags, ({ factor }) => factor),
    ...listed('findings')(content.findings, ({ label }) => label),
    ...listed('patterns')(content.patterns, ({ name }) => name),
    ...listed('exercises')(content.exercises, ({ name }) => name),
    ...listed('lessons')(content.lessons, ({ title }) => title),
    ...listed('notes')(content.notes, ({ title }) => title),
    ...listed('pages')(content.pages, ({ title }) => title),
    ...listed('timers')(content.timers, ({ title }) => title),
    ...listed('self-tests')(content.selfTests, ({ name }) => name),
    ...listed('ladders')(content.ladders, ({ name }) => name),
    ...listed('questions')(content.questions, ({ text }) => text),
  ]
}

/** What of an item a signature is about: all of it but the mark of its file and the language that it happens to be given in. */
export function signedPart(item: object): object {
  const { signOff: _, lang: __, ...rest } = item as { signOff?: unknown; lang?: unknown }
  return rest
}
