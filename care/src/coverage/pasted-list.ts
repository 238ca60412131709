import * as z from 'zod/mini'
import { plainWords } from '../near.ts'
import { type CoverageEntry, type CoverageKind, CoverageWish, MOST_ENTRIES } from './coverage.ts'

/** Why a line of a pasted list cannot be taken. */
export type LineFault = 'no-name' | 'too-long' | 'unknown-kind' | 'twice' | 'open-quote' | 'too-many'

/** What a line would do: add an entry, change one that is there, or nothing. `at`: its number, from 1. */
export type PastedLine = { at: number } & (
  | { fault: LineFault }
  | { fault: null; does: 'add' | 'change' | 'nothing'; wish: CoverageWish; id: string | null }
)

/** What people write for a kind, in the languages of the product. */
const KINDS: Readonly<Record<string, CoverageKind>> = {
  employer: 'employer',
  company: 'employer',
  empleador: 'employer',
  empresa: 'employer',
  empregador: 'employer',
  'health plan': 'health-plan',
  plan: 'health-plan',
  insurance: 'health-plan',
  insurer: 'health-plan',
  'plan de salud': 'health-plan',
  seguro: 'health-plan',
  'plano de saude': 'health-plan',
  plano: 'health-plan',
  convenio: 'health-plan',
}

const SEPARATORS = ['\t', ';', ','] as const

/** The fields of one line; a field in quotes may hold the sign between fields, and a doubled quote. Null: a quote is not closed. */
function fieldsOf(line: string, separator: string): string[] | null {
  const fields: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (quoted && sign === '"' && line[at + 1] === '"') {
      field += '"'
      at += 1
    } else if (sign === '"' && (quoted || field.trim() === '')) {
      quoted = !quoted
    } else if (sign === separator && !quoted) {
      fields.push(field.trim())
      field = ''
    } else field += sign
  }
  return quoted ? null : [...fields, field.trim()]
}

/** The sign between the fields: that of the first line that has one. Where there is none, each line is a name. */
function separatorOf(lines: readonly string[]): string {
  for (const separator of SEPARATORS) if (lines.some((line) => line.includes(separator))) return separator
  return '\t'
}

const sameWish = (a: CoverageWish, b: CoverageWish): boolean =>
  a.name === b.name &&
  a.state === b.state &&
  a.note === b.note &&
  a.pays === b.pays &&
  a.aliases.join('\n') === b.aliases.join('\n')

const keyOf = ({ kind, name }: Pick<CoverageWish, 'kind' | 'name'>): string =>
  `${kind} ${plainWords(name).join('')}`

const HEADINGS = new Set(['name', 'nombre', 'nome'])

function wishOf(fields: readonly string[], usual: CoverageKind): CoverageWish | LineFault {
  const [name = '', kindWord = '', aliases = '', note = '', pays = ''] = fields
  if (plainWords(name).length === 0) return 'no-name'
  const kind = kindWord === '' ? usual : KINDS[plainWords(kindWord).join(' ')]
  if (kind === undefined) return 'unknown-kind'
  const others = aliases
    .split('|')
    .map((one) => one.trim())
    .filter((one) => plainWords(one).length > 0)
  const wish = { kind, name, aliases: others, state: 'accepted', note, pays }
  const read = z.safeParse(CoverageWish, wish)
  return read.success ? read.data : 'too-long'
}

/**
 * Reads a list that somebody pasted: a line an entry, `name; kind; aliases with | between them; note; what is left to pay`, by tabs,
 * semicolons or commas; a name alone is enough. A line of headings and empty lines are passed over. It changes nothing.
 * @param text As it was pasted.
 * @param usual The kind of a line that names none.
 * @param entries What is on the list already: a line with the kind and name of one changes that one, and says so. Empty fields of the line
 * leave what the entry has.
 * @returns A row for each line that says something, in order. One fault is enough to take nothing.
 */
export function readPastedList(
  text: string,
  usual: CoverageKind,
  entries: readonly CoverageEntry[],
): PastedLine[] {
  const lines = text.split(/\r\n|\r|\n/)
  const separator = separatorOf(lines)
  const there = new Map(entries.map((entry) => [keyOf(entry), entry]))
  const seen = new Set<string>()
  let room = MOST_ENTRIES - entries.length
  return lines.flatMap((line, index): PastedLine[] => {
    const at = index + 1
    if (line.trim() === '') return []
    const fields = fieldsOf(line, separator)
    if (fields === null) return [{ at, fault: 'open-quote' }]
    if (index === 0 && HEADINGS.has(plainWords(fields[0] ?? '').join(' '))) return []
    const wish = wishOf(fields, usual)
    if (typeof wish === 'string') return [{ at, fault: wish }]
    const key = keyOf(wish)
    if (seen.has(key)) return [{ at, fault: 'twice' }]
    seen.add(key)
    const known = there.get(key)
    if (known === undefined) {
      room -= 1
      if (room < 0) return [{ at, fault: 'too-many' }]
      return [{ at, fault: null, does: 'add', wish, id: null }]
    }
    const merged: CoverageWish = {
      ...wish,
      aliases: wish.aliases.length > 0 ? wish.aliases : known.aliases,
      note: wish.note || known.note,
      pays: wish.pays || known.pays,
    }
    const does = sameWish(merged, known) ? 'nothing' : 'change'
    return [{ at, fault: null, does, wish: merged, id: known.id }]
  })
}
