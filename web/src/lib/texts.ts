/** The words of a content item by its id, as the record carries them; an id without words is shown readable, never hidden. */
export function wordsOf(texts: Readonly<Record<string, string>>, id: string): string {
  const words = texts[id]
  if (words) return words
  const readable = id.replaceAll(/[-_.]+/g, ' ').trim()
  return readable.charAt(0).toUpperCase() + readable.slice(1)
}
