import type { HandlersOf } from '../http/contract-routes.ts'
import { panelRows } from './panel.store.ts'

export const panelRoutes: HandlersOf<'panel'> = {
  panel: async ({ tx, now }) => ({ rows: await panelRows(tx, now), at: now.toISOString() }),
}
