import { Refusal } from '@dorsal/care'
import type { HandlersOf } from '../http/contract-routes.ts'
import { approvedFor } from './authorisation.store.ts'
import { deskVisitsOf } from './desk.store.ts'
import { checkInsOf } from './visit-check-in.store.ts'
import { findVisit, visitRows } from './visit.store.ts'

/** One visit, and all those of its person. Whose name is shown stands in the trail. */
export const visitPageRoutes: HandlersOf<'visit' | 'visitPage'> = {
  visit: async ({ tx, actor, params, now, saw }) => {
    const row = await findVisit(tx, params.id)
    if (row === null || row.patient_id === null) throw new Refusal('not-found')
    const [visit] = await deskVisitsOf(tx, actor, [row], now)
    if (visit === undefined) throw new Refusal('not-found')
    saw([row.patient_id])
    return { visit }
  },

  visitPage: async ({ tx, actor, params, now }) => {
    const rows = await visitRows(tx)
      .where('v.patient_id', '=', params.id)
      .where('v.state', '<>', 'held')
      .orderBy('v.starts_at', 'desc')
      .execute()
    const visits = await deskVisitsOf(tx, actor, rows, now)
    return {
      visits,
      checkIns: await checkInsOf(tx, params.id),
      authorisation: await approvedFor(tx, params.id, now),
    }
  },
}
