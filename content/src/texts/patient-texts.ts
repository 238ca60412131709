import type { Content } from '@dorsal/care'

/** An item with texts that a person reads. */
export type Said = { id: string; lang?: string | undefined }

/**
 * One kind of item whose texts are translated: which of its strings a person reads (`paths`), whether they are about safety (then no
 * language may lack one), and where the items stand in content.
 */
export type TextKind = {
  kind: string
  safety: boolean
  paths: readonly string[]
  of: (content: Content) => readonly Said[]
  put: (content: Content, change: <T extends Said>(item: T) => T) => Content
}

const flags = (
  kind: string,
  key: 'items' | 'gates' | 'combinations' | 'preSession' | 'stopRules',
  paths: readonly string[],
): TextKind => ({
  kind: `red-flags/${kind}`,
  safety: true,
  paths,
  of: ({ redFlags }) => redFlags[key],
  put: (content, change) => ({
    ...content,
    redFlags: { ...content.redFlags, [key]: content.redFlags[key].map((item) => change(item)) },
  }),
})

type ListKey = {
  [K in keyof Required<Content>]: Content[K] extends readonly { id: string }[] ? K : never
}[keyof Content]

const list = (kind: string, key: ListKey, paths: readonly string[]): TextKind => ({
  kind,
  safety: false,
  paths,
  of: (content) => content[key],
  put: (content, change) => ({ ...content, [key]: content[key].map((item) => change(item)) }),
})

const SAFETY_NET: TextKind = {
  kind: 'red-flags/safety-net',
  safety: true,
  paths: ['text'],
  of: ({ redFlags }) => [netOf(redFlags.safetyNet)],
  put: (content, change) => {
    const { text } = change(netOf(content.redFlags.safetyNet))
    return { ...content, redFlags: { ...content.redFlags, safetyNet: text } }
  },
}

function netOf(text: string): Said & { text: string } {
  return { id: 'safety-net', text }
}

const CARDS: TextKind = {
  kind: 'red-flags/cards',
  safety: true,
  paths: ['title', 'lead', 'steps.*', 'after.*'],
  of: ({ redFlags }) => redFlags.cards,
  put: (content, change) => ({
    ...content,
    redFlags: { ...content.redFlags, cards: content.redFlags.cards.map((card) => change(card)) },
  }),
}

const GATE = ['entry', 'exit'].map((end) => `phases.*.${end}.criteria.*.text`)

const PROGRAMME: TextKind = {
  kind: 'programme',
  safety: false,
  paths: [
    'phases.*.label',
    'phases.*.weeks',
    'phases.*.goals.*',
    ...GATE,
    'phases.*.home.daily',
    'flare.steps.*.steps.*',
    'discharge.gate.criteria.*.text',
    'discharge.relapsePlan.*.text',
  ],
  of: ({ programme }) => [{ ...programme, id: 'programme' }],
  put: (content, change) => {
    const { id: _, ...programme } = change({ ...content.programme, id: 'programme' })
    return { ...content, programme }
  },
}

const OUTCOME: TextKind = {
  kind: 'outcome',
  safety: false,
  paths: ['stopReasons.*.text', 'events.*.text', 'severities.*.text', 'curves.*.label', 'curves.*.note'],
  of: ({ outcome }) => [{ ...outcome, id: 'outcome' }],
  put: (content, change) => {
    const {
      id: _,
      lang: __,
      ...outcome
    } = change<Content['outcome'] & Said>({ ...content.outcome, id: 'outcome' })
    return { ...content, outcome }
  },
}

/** Pages that tell when to get help may lack no language; the others may. */
const pages = (safety: boolean): TextKind => ({
  kind: 'pages',
  safety,
  paths: ['slug', 'title', 'summary', 'sections.*.heading', 'sections.*.passages.*.text'],
  of: (content) => content.pages.filter((page) => page.safety === safety),
  put: (content, change) => ({
    ...content,
    pages: content.pages.map((page) => (page.safety === safety ? change(page) : page)),
  }),
})

/** Every kind of item whose texts a patient reads: the folder of its translations, and what of it is translated. */
export const TEXT_KINDS: readonly TextKind[] = [
  flags('items', 'items', ['question', 'help', 'patientMessage']),
  flags('gates', 'gates', ['question', 'options.*.label']),
  flags('combinations', 'combinations', ['why']),
  flags('pre-session', 'preSession', ['question']),
  flags('stop-rules', 'stopRules', ['label']),
  SAFETY_NET,
  CARDS,
  { ...list('measures', 'measures', measurePaths()), safety: true },
  list('questions', 'questions', ['text', 'help', 'unit', 'options.*.label']),
  list('yellow-flags', 'yellowFlags', ['factor', ...itemPaths('item.')]),
  list('findings', 'findings', ['label']),
  list('patterns', 'patterns', ['name', 'plain']),
  list('movement-tests', 'movementTests', ['name', 'steps.*', 'protocol.unseen.*']),
  list('self-tests', 'selfTests', [
    'name',
    'why',
    'steps.*',
    'means.pass',
    'means.limited',
    'means.painful',
    'stop',
  ]),
  list('exercises', 'exercises', [
    'name',
    'purpose',
    'steps.*',
    'faults.*.name',
    'faults.*.cue',
    'variants.easier',
    'variants.harder',
  ]),
  list('notes', 'notes', ['title', 'text']),
  { ...list('timers', 'timers', timerPaths()), safety: true },
  list('ladders', 'ladders', ['name', 'steps.*.text']),
  list('lessons', 'lessons', [
    'title',
    'hook',
    'passages.*.text',
    'action',
    'check.question',
    'check.options.*.label',
    'check.why',
    'help',
  ]),
  pages(false),
  pages(true),
  PROGRAMME,
  OUTCOME,
]

function itemPaths(at: string): string[] {
  const paths = [
    'text',
    'help',
    'answer.low',
    'answer.high',
    'answer.unit',
    'answer.marks.*.label',
    'answer.options.*.label',
  ]
  return paths.map((path) => `${at}${path}`)
}

function measurePaths(): string[] {
  return ['name', 'summary', ...itemPaths('items.*.')]
}

function timerPaths(): string[] {
  const confirm = ['question', 'yes', 'no', 'stay'].map((part) => `confirm.${part}`)
  const lists = ['before.*', 'steps.*.text', 'stop.*']
  return ['title', 'hook', ...lists, ...confirm, 'check.text', 'after', 'gentle.text']
}
