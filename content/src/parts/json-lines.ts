/** A place in a JSON value: names of members and places in lists. */
export type JsonPath = readonly (string | number)[]

const SPACE = /\s/

/** Walks over JSON text that is known to parse; `at` stands on the character to be read next. */
class Walker {
  readonly text: string
  at: number
  constructor(text: string) {
    this.text = text
    this.at = 0
    this.skipSpace()
  }

  skipSpace(): void {
    while (this.at < this.text.length && SPACE.test(this.text[this.at] ?? '')) this.at += 1
  }

  readString(): string {
    const from = this.at
    this.at += 1
    while (this.at < this.text.length && this.text[this.at] !== '"')
      this.at += this.text[this.at] === '\\' ? 2 : 1
    this.at += 1
    const value: unknown = JSON.parse(this.text.slice(from, this.at))
    return typeof value === 'string' ? value : ''
  }

  /** Runs over the members of an object or list; `enter` says whether to stop in front of this member's value. */
  members(enter: (key: string | number) => boolean): boolean {
    const close = this.text[this.at] === '{' ? '}' : ']'
    const named = close === '}'
    this.at += 1
    for (let index = 0; ; index += 1) {
      this.skipSpace()
      if (this.at >= this.text.length || this.text[this.at] === close) break
      if (this.text[this.at] === ',') this.at += 1
      this.skipSpace()
      const key = named ? this.readString() : index
      this.skipSpace()
      if (named) this.at += 1
      this.skipSpace()
      if (enter(key)) return true
      this.skipValue()
    }
    this.at += 1
    return false
  }

  skipValue(): void {
    const char = this.text[this.at]
    if (char === '"') this.readString()
    else if (char === '{' || char === '[') this.members(() => false)
    else while (this.at < this.text.length && !/[\s,\]}]/.test(this.text[this.at] ?? '')) this.at += 1
  }
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}

/** The line on which the value at a path begins, in JSON text that parses; of the last part of the path that is there. */
export function lineOf(text: string, path: JsonPath): number {
  const walker = new Walker(text)
  for (const part of path) {
    const before = walker.at
    const char = text[walker.at]
    const found = (char === '{' || char === '[') && walker.members((key) => key === part)
    if (!found) return lineAt(text, before)
  }
  return lineAt(text, walker.at)
}

/** The line that a message of `JSON.parse` points at, or the last one when it names none. */
export function lineOfSyntaxError(text: string, message: string): number {
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(message)?.[1]
  return lineAt(text, position === undefined ? text.length : Number(position))
}
