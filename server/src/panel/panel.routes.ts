import { openTo } from '../access/gate.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { panelRows } from './panel.store.ts'

export const panelRoutes: HandlersOf<'panel'> = {
  panel: async ({ tx, actor, now, saw }) => {
    const rows = await panelRows(tx, await openTo(tx, actor, 'record.read', now), now)
    saw(rows.map(({ patientId }) => patientId))
    return { rows, at: now.toISOString() }
  },
}
