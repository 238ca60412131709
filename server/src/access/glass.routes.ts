import type { HandlersOf } from '../http/contract-routes.ts'
import { mailGlass } from '../mail/mail-glass.ts'
import { findPerson } from './find-person.ts'
import { breakGlass, endGlass, openingsOf, reviewOpening } from './glass.store.ts'

export const glassRoutes: HandlersOf<'breakGlass' | 'endGlass' | 'findPerson' | 'opened' | 'reviewOpened'> = {
  breakGlass: async ({ tx, actor, params, body, deps, now }) => {
    const glass = await breakGlass(tx, { actor, patientId: params.id, wish: body, now })
    await mailGlass(tx, deps.mail, { actor, glassId: body.id, patientId: params.id }, now)
    return { glass, saved: { id: body.id, at: now.toISOString() } }
  },
  endGlass: async ({ tx, actor, params, now }) => {
    await endGlass(tx, actor.staffId, params.id, now)
    return { done: true }
  },
  findPerson: async ({ tx, actor, body, now, saw }) => {
    const people = await findPerson(tx, actor, body.name, now)
    saw(people.map(({ patientId }) => patientId))
    return { people }
  },
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
