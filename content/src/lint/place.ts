import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, lineOfEntry } from '../parts/entries.ts'
import type { Fault } from '../parts/fault.ts'
import type { Parts } from '../parts/parts.ts'
import type { Finding } from './rule.ts'

function entryOf({ where, kind }: Finding, { entries }: Parts): Entry | undefined {
  const kinds = kind === undefined ? [...entries.keys()] : [kind]
  for (const name of kinds) {
    const found = entries.get(name)?.findLast(({ id }) => id === where)
    if (found !== undefined) return found
  }
  return undefined
}

/** The last line in a file on which this id is given; for rows within one object, such as a criterion of the programme. */
function lineOfId(entry: Entry, id: string): number {
  const lines = readFileSync(join(entry.root, entry.file), 'utf8').split('\n')
  const at = lines.findLastIndex((line) => line.includes(`"id": ${JSON.stringify(id)}`))
  return at + 1 || 1
}

/** A finding with the file and line of the item that it is about; `programme.red` is the row `red` of the programme. */
export function placed(finding: Finding, parts: Parts): Fault {
  const { rule, where, message, path } = finding
  const entry = entryOf(finding, parts)
  if (entry !== undefined)
    return { file: entry.file, line: lineOfEntry(entry, path), item: where, message, rule }
  const [single = '', ...row] = where.split('.')
  const whole = parts.entries.get(single)?.[0]
  if (whole === undefined) return { file: 'content', line: 1, item: where, message, rule }
  return { file: whole.file, line: lineOfId(whole, row.join('.')), item: where, message, rule }
}
