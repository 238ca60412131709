import type { HandlersOf } from '../http/contract-routes.ts'
import { breakGlass, openingsOf, reviewOpening } from './glass.store.ts'

export const glassRoutes: HandlersOf<'breakGlass' | 'opened' | 'reviewOpened'> = {
  breakGlass: async ({ tx, actor, params, body, now }) => ({
    glass: await breakGlass(tx, { actor, patientId: params.id, wish: body, now }),
    saved: { id: body.id, at: now.toISOString() },
  }),
  opened: async ({ tx, now, saw }) => {
    const openings = await openingsOf(tx, now)
    saw(openings.map(({ patientId }) => patientId))
    return { openings }
  },
  reviewOpened: async ({ tx, actor, params, now, saw }) => {
    saw([await reviewOpening(tx, params.id, actor.name, now)])
    return { done: true }
  },
}
