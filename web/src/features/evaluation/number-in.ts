/** The most that anybody counts or measures in one of these tests. */
export const MOST = 300

/** A number as people write it; null where it is none. */
export function numberIn(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 && value <= MOST ? value : null
}
