/**
 * How a caller stands to the record in question.
 * - `self`: it is their own. `caregiver`: its person has let them in. `link`: they hold a link to its exercises of today.
 * - `care-team`: they care for this person now.
 * - `unassigned`: nobody does yet, and the person belongs to the caller's place of work or to none.
 * - `break-glass`: they have opened it with a reason, and the time is not over.
 * - `same-location`, `same-clinic`: only that.
 * - `none`: another clinic, or no such record. The two are one on purpose: no answer may tell them apart.
 */
export const RELATIONS = [
  'self',
  'caregiver',
  'link',
  'care-team',
  'unassigned',
  'break-glass',
  'same-location',
  'same-clinic',
  'none',
] as const
export type Relation = (typeof RELATIONS)[number]

/** What is known of a member of staff and a record of the same clinic. */
export type RelationFacts = {
  onTeam: boolean
  /** Whether anybody cares for this person now. */
  hasTeam: boolean
  /** Whether the caller has opened this record with a reason that still holds. */
  glassBroken: boolean
  /** Where the person is seen; null: nowhere in particular yet. */
  location: string | null
  /** Where the caller works; empty: in the whole clinic. */
  worksAt: readonly string[]
}

/** The closest relation that holds. A place counts only where both sides name one: small clinics have none. */
export function relationOf(facts: RelationFacts): Relation {
  if (facts.onTeam) return 'care-team'
  const near = facts.location === null || facts.worksAt.length === 0 || facts.worksAt.includes(facts.location)
  if (!facts.hasTeam && near) return 'unassigned'
  if (facts.glassBroken) return 'break-glass'
  return near ? 'same-location' : 'same-clinic'
}
