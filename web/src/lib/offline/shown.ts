/** What a reminder shows: who writes, one sentence, and the page that it opens. Nothing else is taken from outside. */
export type Shown = { title: string; body: string; path: string }

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '')

/** What was sent, read with care: a path of this house, never another address. */
export function shownOf(data: unknown): Shown {
  const given: Record<string, unknown> = typeof data === 'object' && data !== null ? { ...data } : {}
  const path = text(given['path'])
  return {
    title: text(given['title']) || 'Dorsal',
    body: text(given['body']),
    path: /^\/[\w/-]*$/.test(path) && !path.startsWith('//') ? path : '/today',
  }
}
