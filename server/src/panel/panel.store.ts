import type { PanelRow } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

export async function panelRows(_tx: Tx, _now: Date): Promise<PanelRow[]> {
  return []
}
