import type { HandlersOf } from '../http/contract-routes.ts'
import { ownAddress } from '../http/receipt.ts'
import { addPicture, pictureOf } from './picture.store.ts'

export const pictureRoutes: HandlersOf<'sendPicture' | 'picture' | 'addPicture' | 'clinicPicture'> = {
  sendPicture: async ({ tx, actor, params, body, now }) => {
    ownAddress(params, body)
    await addPicture(tx, actor, { author: 'patient' }, body, now)
    return { done: true }
  },
  picture: ({ tx, actor, params }) => pictureOf(tx, actor.patientId, params.id),
  addPicture: async ({ tx, actor, params, body, now }) => {
    ownAddress({ id: params.pictureId }, body)
    const key = { tenantId: actor.tenantId, patientId: params.id }
    await addPicture(tx, key, { author: 'clinic', staffId: actor.staffId }, body, now)
    return { done: true }
  },
  clinicPicture: ({ tx, params }) => pictureOf(tx, params.id, params.pictureId),
}
