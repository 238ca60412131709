/** One thing that is wrong in content: in which file and line (1 is the first), about which item, what to do, and which rule says so. */
export type Fault = { file: string; line: number; item: string; message: string; rule: string }

/** A fault as one line for people: `exercises/squat.json:12: squat: names … (references)`. */
export function saidOf({ file, line, item, message, rule }: Fault): string {
  const about = item === '' ? '' : `${item}: `
  return `${file}:${line}: ${about}${message} (${rule})`
}

/** Content that cannot be used: says every fault with its file and line. The server does not start on it. */
export class ContentError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    const lines = faults.map(saidOf)
    super(lines.length === 1 ? (lines[0] ?? '') : `${lines.length} faults\n  ${lines.join('\n  ')}`)
    this.faults = faults
  }
}
