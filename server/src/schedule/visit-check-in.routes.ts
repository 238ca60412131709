import { checkInOpen, Refusal, screenCheckIn } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { heed } from '../patient/heed.ts'
import { answered, confirmed, screenWritten } from '../session/warnings.ts'
import { addVisitCheckIn, checkInsOf } from './visit-check-in.store.ts'
import { findVisit, visitOf } from './visit.store.ts'

/** Somebody's own visit; another's and none are the same. */
async function ownVisit(tx: Tx, patientId: string, visitId: string) {
  const row = await findVisit(tx, visitId)
  if (row === null || row.patient_id !== patientId || row.state === 'held') throw new Refusal('not-found')
  return visitOf(row)
}

/** The questions before a visit. Warning signs are looked at before anything is written down for somebody to read. */
export const visitCheckInRoutes: HandlersOf<'visitCheckIn' | 'checkInToVisit'> = {
  visitCheckIn: async ({ tx, actor, params }) => {
    await ownVisit(tx, actor.patientId, params.id)
    const given = (await checkInsOf(tx, actor.patientId)).find(({ visitId }) => visitId === params.id)
    if (given === undefined) return { checkIn: null }
    const { visitId: _, at: _at, ...checkIn } = given
    return { checkIn }
  },

  checkInToVisit: async (call) => {
    const { tx, actor, deps, params, body, now } = call
    const { tenantId, patientId } = actor
    const visit = await ownVisit(tx, patientId, params.id)
    const write = { tenantId, patientId, endpoint: 'checkInToVisit', id: body.id, body, now }
    return once(tx, write, async () => {
      if (!checkInOpen(visit, now.toISOString())) throw new Refusal('check-in-closed')
      const { id, yes = [], ...checkIn } = body
      const { content } = deps
      const gravest = await heed(call, (lang) => [
        answered(screenCheckIn(checkIn, content.redFlags)),
        screenWritten([checkIn.wish, checkIn.medicineWords], content, lang),
        confirmed(yes, content),
      ])
      await addVisitCheckIn(tx, { tenantId, patientId, visitId: visit.id, id, now }, checkIn)
      return { saved: { id, at: now.toISOString() }, card: gravest?.card ?? null }
    })
  },
}
