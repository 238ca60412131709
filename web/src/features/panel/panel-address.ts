import { type PanelFilter, PhaseId, ReasonChip, Whose } from '@dorsal/care'

/** What of a look stands in the address: codes of filters. Never a name that was typed, which is somebody's. */
export type PanelAddress = { why?: string; whose?: string; phase?: string }

const BETWEEN = '.'

/** A look as an address; `whose` always stands in it, so that everybody, chosen, is told from nothing chosen. */
export const addressOf = ({ reasons, whose, phase }: PanelFilter): PanelAddress => ({
  ...(reasons.length > 0 && { why: reasons.join(BETWEEN) }),
  whose,
  ...(phase !== null && { phase }),
})

/** The look that an address asks for; what it says that nobody knows is left out. Null: it asks for nothing. */
export function lookOf(address: Readonly<Record<string, unknown>>): PanelFilter | null {
  const { why, whose, phase } = address
  if (why === undefined && whose === undefined && phase === undefined) return null
  const reasons = typeof why === 'string' ? why.split(BETWEEN) : []
  return {
    reasons: [...new Set(reasons)].flatMap((one) => ReasonChip.safeParse(one).data ?? []),
    whose: Whose.safeParse(whose).data ?? 'all',
    phase: PhaseId.safeParse(phase).data ?? null,
  }
}

/** Of whatever stands in an address what the panel understands. */
export function panelAddress(given: Readonly<Record<string, unknown>>): PanelAddress {
  const look = lookOf(given)
  return look === null ? {} : addressOf(look)
}
