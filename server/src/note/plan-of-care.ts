import type { Content } from '@dorsal/care'

const CERTIFIED_DAYS = 90

/** For how many days a signed plan of care holds, by the rule of the code table. */
export const planOfCareDays = ({ codes }: Content): number =>
  codes.rules.find(({ id }) => id === 'plan-of-care')?.numbers['days'] ?? CERTIFIED_DAYS
