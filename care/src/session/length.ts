import type { PrescribedItem, Prescription } from './session.ts'

/** One length of a session: about so many minutes, with these items at so many sets. */
export type SessionLength = { minutes: number; items: readonly PrescribedItem[] }

const keyOf = (items: readonly PrescribedItem[]): string =>
  items.map(({ planItemId, dosage }) => `${planItemId} ${dosage.sets}`).join(',')

/**
 * The lengths that a person can choose from at the start, shortest first; what was prescribed is always one of them. Doses are the
 * plan's in all of them; lengths that come to the same session are offered once. An older prescription has one length alone.
 */
export function lengthsOf(prescription: Prescription): SessionLength[] {
  const { items, more = [], versions = [], minutes } = prescription
  const known = new Map([...items, ...more].map((item) => [item.planItemId, item]))
  const own: SessionLength = { minutes, items }
  const lengths = new Map([[keyOf(items), own]])
  for (const version of versions) {
    const chosen = version.items.flatMap(({ planItemId, sets }) => {
      const item = known.get(planItemId)
      return item === undefined ? [] : [{ ...item, dosage: { ...item.dosage, sets } }]
    })
    const key = keyOf(chosen)
    if (chosen.length > 0 && !lengths.has(key)) lengths.set(key, { minutes: version.minutes, items: chosen })
  }
  return [...lengths.values()].sort((a, b) => a.minutes - b.minutes)
}
