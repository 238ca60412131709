/** Makes mutants of a file: each is the file with one thing in it changed. */
import { bare, elements, lineOf, running, type Span, tables } from './source.ts'

/**
 * What is changed. `rows`: one row of a table is left out (a rule, a signal, an entry of a list); `values`: the last number or yes-or-no of
 * a row is another; `operators`: a comparison, a sign, a limit, an "and" is another.
 */
export type Kind = 'rows' | 'values' | 'operators'
export type Mutant = { file: string; kind: Kind; line: number; what: string; text: string }

const cut = (text: string, { from, to }: Span, by: string): string =>
  text.slice(0, from) + by + text.slice(to)
const short = (text: string): string =>
  text
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 60)

/** Another number: a share stays a share that is clearly another, zero becomes one. */
const another = (number: string): string => {
  const value = Number(number)
  return value === 0 ? '1' : String(value * 2)
}

const OPERATORS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/ (?:<=?|>=?) /g, (found) => (found.includes('<') ? found.replace('<', '>') : found.replace('>', '<'))],
  [/ [!=]== /g, (found) => (found.includes('!') ? ' === ' : ' !== ')],
  [/ && | \|\| /g, (found) => (found.includes('&') ? ' || ' : ' && ')],
  [/ [+-] (?=[\w(])/g, (found) => (found.includes('+') ? ' - ' : ' + ')],
  [/ [*/] (?=[\w(])/g, (found) => (found.includes('*') ? ' / ' : ' * ')],
  [/(?<=[\s(!&|?:])!(?=[a-zA-Z(])/g, () => ''],
  [/(?<=[\s(=])-(?=[a-z(])/g, () => ''],
  [/\b(?:true|false)\b/g, (found) => (found === 'true' ? 'false' : 'true')],
  [/\bMath\.(?:min|max)\b/g, (found) => (found.endsWith('min') ? 'Math.max' : 'Math.min')],
  [/(?<=^const [A-Z_0-9]+ = )-?[\d.]+(?=$)/gm, another],
]

const LITERAL = /(?<![\w.$])-?\d+(?:\.\d+)?\b|\b(?:true|false)\b/g

/** All mutants of one program. Those that do not run, and those that change nothing but types or words, are none. */
export function mutantsOf(file: string, text: string, kinds: readonly Kind[]): Mutant[] {
  if (file.endsWith('.json')) return ofData(file, text, kinds)
  const code = bare(text)
  const plain = running(text)
  const made: Mutant[] = []
  const add = (kind: Kind, span: Span, by: string, what: string): void => {
    const mutant = cut(text, span, by)
    const runs = running(mutant)
    if (runs === null || runs === plain) return
    made.push({ file, kind, line: lineOf(text, span.from), what, text: mutant })
  }
  for (const { name, open } of tables(code))
    for (const row of elements(code, open)) {
      const words = text.slice(row.from, row.to)
      const comma = code[row.to] === ',' ? 1 : 0
      if (kinds.includes('rows'))
        add('rows', { from: row.from, to: row.to + comma }, '', `${name} without ${short(words)}`)
      const last = [...code.slice(row.from, row.to).matchAll(LITERAL)].at(-1)
      if (last === undefined || !kinds.includes('values')) continue
      const from = row.from + last.index
      const by = changed(last[0])
      add('values', { from, to: from + last[0].length }, by, `${name}, ${short(words)}: ${last[0]} is ${by}`)
    }
  if (kinds.includes('operators'))
    for (const [pattern, change] of OPERATORS)
      for (const { 0: found, index } of code.matchAll(pattern)) {
        const by = change(found)
        add(
          'operators',
          { from: index, to: index + found.length },
          by,
          `${short(found)} is ${short(by) || 'gone'}`,
        )
      }
  return made
}

const changed = (found: string): string =>
  found === 'true' ? 'false' : found === 'false' ? 'true' : another(found)

/** Lists of words and of sources: leaving one out changes what is read, not what is decided. */
const WORDS = ['sources', 'references', 'steps', 'goals', 'allowed', 'never', 'relapsePlan', 'codes', 'marks']
const KEY = /"([^"]+)":\s*$/

const keyBefore = (text: string, at: number): string =>
  KEY.exec(text.slice(Math.max(0, at - 80), at))?.[1] ?? ''

/** Whether a list decides nothing: words of it are only shown. */
function shown(text: string, open: number): boolean {
  const strings = /^\[\s*"/.test(text.slice(open, open + 40))
  const key = keyBefore(text, open)
  return WORDS.includes(key) && (strings || ['relapsePlan', 'codes', 'marks'].includes(key))
}

/** Mutants of a data file: each list without one of its rows, each record of a list with its last number or yes-or-no changed. */
function ofData(file: string, text: string, kinds: readonly Kind[]): Mutant[] {
  const code = bare(text)
  const made: Mutant[] = []
  for (const { index } of code.matchAll(/\[/g)) {
    if (shown(text, index)) continue
    for (const row of elements(code, index)) {
      const rows = elements(code, index)
      const words = text.slice(row.from, row.to)
      const line = lineOf(text, row.from + words.search(/\S/))
      const last = row === rows.at(-1) || row.to === rows.at(-1)?.to
      const span =
        last && rows.length > 1
          ? { from: row.from - 1, to: row.to }
          : { from: row.from, to: row.to + (last ? 0 : 1) }
      if (kinds.includes('rows'))
        made.push({ file, kind: 'rows', line, what: `without ${short(words)}`, text: cut(text, span, '') })
      const value = [...code.slice(row.from, row.to).matchAll(LITERAL)].at(-1)
      if (value === undefined || !kinds.includes('values')) continue
      const from = row.from + value.index
      if (keyBefore(text, from) === 'version') continue
      const by = changed(value[0])
      made.push({
        file,
        kind: 'values',
        line,
        what: `${short(words)}: ${value[0]} is ${by}`,
        text: cut(text, { from, to: from + value[0].length }, by),
      })
    }
  }
  return made
}
