import { readFileSync } from 'node:fs'
import { type RedFlagTable, screen, type ScreenResult } from '@dorsal/care'

/** One line of a batch, or what is to be mended in it. */
type Line = { id: string | number; text: string; lang: string; turns: string[] }
type Answer = { id: string | number } & Omit<ScreenResult, 'asks'>
type Mend = { id?: string | number; line: number; error: string }

/** Who speaks for the person; anybody else in a turn that names its speaker puts a question. */
const PERSON = /^(?:patient|user|person|me|human|self|client|paciente|usuario|usuário)$/i

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
}

/** A turn as one text: a string, or an object with its speaker. */
function turnOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  const turn = record(value)
  const said = turn?.['text'] ?? turn?.['content'] ?? turn?.['message']
  if (typeof said !== 'string') return null
  const who = turn?.['role'] ?? turn?.['from'] ?? turn?.['who'] ?? turn?.['speaker']
  return typeof who === 'string' && !PERSON.test(who) ? `Q: ${said}` : said
}

function lineOf(raw: string): Line | string {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch (error) {
    return `is no JSON: ${error instanceof Error ? error.message : 'cannot be read'}`
  }
  const given = record(value)
  if (given === null) return 'must be an object: {"id": …, "text": "…", "lang": "en"}'
  const { id, text, lang = '', turns = [] } = given
  if (typeof id !== 'string' && typeof id !== 'number') return 'needs an "id" (a text or a number)'
  if (typeof text !== 'string') return 'needs a "text" in quotes'
  if (typeof lang !== 'string') return '"lang" must be a language such as "en"'
  if (!Array.isArray(turns)) return '"turns" must be a list of texts'
  const said = turns.map(turnOf)
  const bad = said.indexOf(null)
  if (bad >= 0) return `"turns"[${bad}] must be a text, or an object with "role" and "text"`
  const before = said.filter((turn) => turn !== null)
  return { id, text, lang, turns: before.at(-1) === text ? before.slice(0, -1) : before }
}

function idOf(raw: string): { id?: string | number } {
  const id = /"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)/.exec(raw)?.[1]
  try {
    return id === undefined ? {} : { id: JSON.parse(id) as string | number }
  } catch {
    return {}
  }
}

/**
 * Screens each line of a JSONL text: one answer a line, in order. A line that cannot be read is answered with its number and what to mend;
 * the others are screened all the same.
 */
export function screenLines(
  jsonl: string,
  table: RedFlagTable,
): { answers: (Answer | Mend)[]; faults: string[] } {
  const answers: (Answer | Mend)[] = []
  const faults: string[] = []
  for (const [at, raw] of jsonl.split('\n').entries()) {
    if (raw.trim() === '') continue
    const line = lineOf(raw)
    if (typeof line === 'string') {
      faults.push(`line ${at + 1} ${line}`)
      answers.push({ ...idOf(raw), line: at + 1, error: `line ${at + 1} ${line}` })
      continue
    }
    const { disposition, ask, rules, spans } = screen(line.text, table, line.lang, line.turns)
    answers.push({ id: line.id, disposition, ask, rules, spans })
  }
  return { answers, faults }
}

/** The text of a file; `-` is standard input. */
export function textOfFile(file: string): string {
  return readFileSync(file === '-' ? 0 : file, 'utf8')
}
