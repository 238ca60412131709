/** A text of an item and where it stands in it: `steps.0`, `faults.elbows-bend.cue`, `options.none.label`. */
export type Text = { path: string; text: string }

type Node = { readonly [key: string]: unknown }

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** How a member of a list is named in a path: by its own id or value where it has one, so that a new row in front moves nothing. */
function nameOf(member: unknown, index: number): string {
  if (!isNode(member)) return String(index)
  for (const key of ['id', 'value', 'from']) {
    const own = member[key]
    if (typeof own === 'string' || typeof own === 'number') return String(own)
  }
  return String(index)
}

/** Changes each text under a pattern (`steps.*`, `items.*.answer.options.*.label`); what is not there is passed over. */
function mapped(
  value: unknown,
  pattern: readonly string[],
  at: string,
  change: (text: Text) => string,
): unknown {
  const [part, ...rest] = pattern
  if (part === undefined)
    return typeof value === 'string' && value !== '' ? change({ path: at, text: value }) : value
  const under = (name: string) => (at === '' ? name : `${at}.${name}`)
  if (part === '*') {
    if (!Array.isArray(value)) return value
    return value.map((member: unknown, index) => mapped(member, rest, under(nameOf(member, index)), change))
  }
  if (!isNode(value) || !(part in value)) return value
  return { ...value, [part]: mapped(value[part], rest, under(part), change) }
}

/** The item with each of its texts changed. The patterns say which of its strings a person reads. */
export function mapTexts<T>(item: T, patterns: readonly string[], change: (text: Text) => string): T {
  let out: unknown = item
  for (const pattern of patterns) out = mapped(out, pattern.split('.'), '', change)
  return out as T
}

/** Every text of an item that a person reads, with its path. */
export function textsOf(item: unknown, patterns: readonly string[]): Text[] {
  const texts: Text[] = []
  mapTexts(item, patterns, (text) => {
    texts.push(text)
    return text.text
  })
  return texts
}
