/** Nobody younger may use the product on their own. */
export const ADULT = 18

/**
 * The age somebody reaches in the year of `now`, from the year of birth alone (the date is never asked). It is the age or
 * one year more, so rules that add care with age look at it. Null when the year makes no sense, whatever was sent for it.
 */
export function ageOn(yearOfBirth: unknown, now: string): number | null {
  const year = Number(now.slice(0, 4))
  const born = typeof yearOfBirth === 'string' ? Number(yearOfBirth) : yearOfBirth
  if (typeof born !== 'number' || !Number.isInteger(born) || !Number.isInteger(year)) return null
  const age = year - born
  return age >= 0 && age <= 130 ? age : null
}

/**
 * Whether somebody may still be under 18. In the year of the 18th birthday we cannot know, and take the careful side: the
 * person counts as under 18 until that year is over. A year that makes no sense is not taken for a child; the form refuses it.
 */
export function mayBeUnderAge(yearOfBirth: unknown, now: string): boolean {
  const age = ageOn(yearOfBirth, now)
  return age !== null && age - 1 < ADULT
}
