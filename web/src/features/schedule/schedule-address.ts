export type ScheduleAddress = { day?: string; view?: 'week'; place?: string }

const text = (value: unknown, fits: RegExp): string | undefined =>
  typeof value === 'string' && fits.test(value) ? value : undefined

/** What the address says: a day, a view, a place. Never a name. Whatever else stands in it counts as nothing. */
export function scheduleAddress(search: Record<string, unknown>): ScheduleAddress {
  const day = text(search['day'], /^\d{4}-\d\d-\d\d$/)
  const place = text(search['place'], /^(all|[\da-f-]{36})$/)
  return {
    ...(day !== undefined && { day }),
    ...(search['view'] === 'week' && { view: 'week' }),
    ...(place !== undefined && { place }),
  }
}
