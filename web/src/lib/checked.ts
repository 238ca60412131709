/**
 * Which files of content this very program has read whole before. What the server calls immutable never changes under its address, so
 * that reading it through again on every visit would find the same, while somebody waits for the first word.
 */
const KEY = 'dorsal-checked'
const MOST = 12

type Checked = { code: string; files: string[] }

/** Changes with the program: its files carry a hash of all that they are built from. */
const CODE = import.meta.url

function known(): Checked {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Checked> | null
    if (stored?.code === CODE && Array.isArray(stored.files)) return { code: CODE, files: stored.files }
  } catch {
    // Nothing is known then.
  }
  return { code: CODE, files: [] }
}

/** Whether reading it gave what it holds: nothing left out, nothing added, so that the file can be taken as it is. */
export function isAsGiven(read: unknown, given: unknown): boolean {
  if (Object.is(read, given)) return true
  if (typeof read !== 'object' || typeof given !== 'object' || read === null || given === null) return false
  const [a, b] = [Object.entries(read), Object.entries(given)]
  return (
    a.length === b.length &&
    a.every(([key, value]) => isAsGiven(value, (given as Record<string, unknown>)[key]))
  )
}

type Parse<T> = (json: unknown) => { success: true; data: T } | { success: false }

type File = { url: string; headers: Pick<Headers, 'get'>; json: unknown }

/**
 * What a file of content holds, read whole the first time and, where it cannot change, taken at its word from then on; null where it is
 * not what it should be.
 */
export function readChecked<T>({ url, headers, json }: File, parse: Parse<T>): T | null {
  const lasts = headers.get('cache-control')?.includes('immutable') === true
  const before = known()
  if (lasts && typeof json === 'object' && json !== null && before.files.includes(url)) return json as T
  const read = parse(json)
  if (!read.success) return null
  if (lasts && isAsGiven(read.data, json))
    try {
      localStorage.setItem(KEY, JSON.stringify({ code: CODE, files: [...before.files, url].slice(-MOST) }))
    } catch {
      // It is read whole again the next time.
    }
  return read.data
}
