import { PanelFilter, Refusal, type SavedView } from '@dorsal/care'
import * as z from 'zod/mini'
import type { Staff } from '../access/sessions.ts'
import { json, type Tx } from '../db/connect.ts'

/** So many views one keeps at most. */
const MOST = 30

/** The views of one member of staff, by name. One that speaks of something that there is no longer is left out. */
export async function viewsOf(tx: Tx, staffId: string): Promise<SavedView[]> {
  const rows = await tx
    .selectFrom('app.panel_view')
    .select(['view_id', 'name', 'body', 'first'])
    .where('staff_id', '=', staffId)
    .orderBy('name')
    .execute()
  return rows.flatMap(({ view_id, name, body, first }) => {
    const filter = z.safeParse(PanelFilter, body)
    return filter.success ? [{ id: view_id, name, first, filter: filter.data }] : []
  })
}

/** Keeps a view; one at most is the first. */
export async function keepView(tx: Tx, actor: Staff, id: string, view: Omit<SavedView, 'id'>): Promise<void> {
  const views = await viewsOf(tx, actor.staffId)
  if (views.length >= MOST && !views.some((one) => one.id === id))
    throw new Refusal('bad-input', [{ path: 'name', message: 'There are as many views as there can be.' }])
  if (view.first)
    await tx
      .updateTable('app.panel_view')
      .set({ first: false })
      .where('staff_id', '=', actor.staffId)
      .execute()
  const row = { name: view.name, body: json(view.filter), first: view.first }
  await tx
    .insertInto('app.panel_view')
    .values({ tenant_id: actor.tenantId, staff_id: actor.staffId, view_id: id, ...row })
    .onConflict((c) => c.columns(['tenant_id', 'staff_id', 'view_id']).doUpdateSet(row))
    .execute()
}

export async function dropView(tx: Tx, staffId: string, id: string): Promise<void> {
  const own = tx.deleteFrom('app.panel_view').where('staff_id', '=', staffId)
  await own.where('view_id', '=', id).execute()
}
