import type { Content } from '@dorsal/care'
import type * as z from 'zod/mini'
import { versionOf } from '../version.ts'
import { type Entry, lineOfEntry } from './entries.ts'
import type { Fault } from './fault.ts'
import { type Kind, LISTS, OPTIONAL, SINGLES, type ListKind, type SingleKind } from './kinds.ts'
import type { Parts } from './parts.ts'

type Item<K extends ListKind> = z.infer<(typeof LISTS)[K]>
type Single<K extends SingleKind> = z.infer<(typeof SINGLES)[K]>

function checked<T>(schema: z.ZodMiniType<T>, entry: Entry, faults: Fault[]): T[] {
  const parsed = schema.safeParse(entry.value)
  if (parsed.success) return [parsed.data]
  for (const issue of parsed.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    faults.push({
      file: entry.file,
      line: lineOfEntry(entry, path),
      item: [entry.id, ...path].filter((part) => part !== '').join('.'),
      message: issue.message,
      rule: 'schema',
    })
  }
  return []
}

/** Reads parts by their schemas; faults are collected, and the content is only there when none was found. */
export class Reader {
  readonly parts: Parts
  readonly faults: Fault[]
  constructor(parts: Parts) {
    this.parts = parts
    this.faults = [...parts.faults]
  }

  entries(kind: Kind): Entry[] {
    return this.parts.entries.get(kind) ?? []
  }

  list<K extends ListKind>(kind: K): Item<K>[] {
    const schema = LISTS[kind] as unknown as z.ZodMiniType<Item<K>>
    return this.entries(kind).flatMap((entry) => checked(schema, entry, this.faults))
  }

  single<K extends SingleKind>(kind: K): Single<K> | null {
    const [entry, second] = this.entries(kind)
    const fault = (file: string, message: string): null => {
      this.faults.push({ file, line: 1, item: '', message, rule: 'schema' })
      return null
    }
    if (second !== undefined) return fault(second.file, `there must be one ${kind}`)
    if (entry === undefined) return OPTIONAL.has(kind) ? null : fault(`${kind}.json`, 'is missing')
    const schema = SINGLES[kind] as unknown as z.ZodMiniType<Single<K>>
    return checked(schema, entry, this.faults)[0] ?? null
  }
}

function withFigures(reader: Reader): Content['exercises'] {
  const exercises = reader.list('exercises')
  const figures = new Map(reader.list('figures').map((file) => [file.id, file.figure]))
  const known = new Set(exercises.map(({ id }) => id))
  for (const entry of reader.entries('figures'))
    if (!known.has(entry.id))
      reader.faults.push({
        file: entry.file,
        line: lineOfEntry(entry),
        item: entry.id,
        message: 'is the figure of no exercise',
        rule: 'figures',
      })
  return exercises.map((exercise) => {
    const figure = figures.get(exercise.id)
    return figure === undefined ? exercise : { ...exercise, movement: { ...exercise.movement, figure } }
  })
}

/** Content out of parts: the content when every part fits its schema, and the faults otherwise. */
export function assemble(parts: Parts): { content: Content | null; faults: Fault[] } {
  const reader = new Reader(parts)
  const textModel = reader.single('red-flags/text-model')
  const [safetyNet, programme] = [reader.single('red-flags/safety-net'), reader.single('programme')]
  const [outcome, codes] = [reader.single('outcome'), reader.single('codes')]
  const lists = {
    items: reader.list('red-flags/items'),
    gates: reader.list('red-flags/gates'),
    combinations: reader.list('red-flags/combinations'),
    concepts: reader.list('red-flags/concepts'),
    patterns: reader.list('red-flags/patterns'),
    preSession: reader.list('red-flags/pre-session'),
    stopRules: reader.list('red-flags/stop-rules'),
    cards: reader.list('red-flags/cards'),
  }
  const rest = {
    questions: reader.list('questions'),
    yellowFlags: reader.list('yellow-flags'),
    findings: reader.list('findings'),
    patterns: reader.list('patterns'),
    movementTests: reader.list('movement-tests'),
    selfTests: reader.list('self-tests'),
    exercises: withFigures(reader),
    notes: reader.list('notes'),
    ladders: reader.list('ladders'),
    timers: reader.list('timers'),
    measures: reader.list('measures'),
    notShipped: reader.list('not-shipped'),
    lessons: reader.list('lessons'),
    pages: reader.list('pages'),
    references: reader.list('references'),
  }
  const { faults } = reader
  if (faults.length > 0 || !safetyNet || !programme || !outcome || !codes) return { content: null, faults }
  const choices = rest.questions.flatMap(({ options }) => options.map(({ value }) => value))
  const redFlags = {
    ...lists,
    ...(textModel && { textModel }),
    safetyNet: safetyNet.text,
    offered: [...new Set(choices)].sort(),
  }
  const whole = { lang: 'en', redFlags, ...rest, programme, outcome, codes }
  // The classifier is larger than all the rest and names itself by its own hash, which a test holds it to.
  const named = { ...whole, redFlags: { ...redFlags, textModel: textModel?.version } }
  return { content: { version: versionOf(named), ...whole }, faults }
}
