import { openRows } from '../access/gate.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { waitingCount, waitingNotes } from './queue.store.ts'

/** So many are shown at once. */
const AT_ONCE = 200

export const queueRoutes: HandlersOf<'coSignQueue' | 'coSignCount'> = {
  coSignQueue: async ({ tx, actor, now, saw }) => {
    const asked = { open: await openRows(tx, actor, 'note.co-sign', now), staffId: actor.staffId }
    const notes = await waitingNotes(tx, asked, AT_ONCE)
    saw([...new Set(notes.map(({ patientId }) => patientId))])
    const more = notes.length < AT_ONCE ? 0 : (await waitingCount(tx, asked)) - notes.length
    return { notes, more, at: now.toISOString() }
  },
  coSignCount: async ({ tx, actor, now }) => ({
    waiting: await waitingCount(tx, {
      open: await openRows(tx, actor, 'note.co-sign', now),
      staffId: actor.staffId,
    }),
  }),
}
