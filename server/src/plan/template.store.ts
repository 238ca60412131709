import type { ClinicTemplate, Plan, TemplateWish } from '@dorsal/care'
import type { Selectable } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import type { TemplateTables } from './template-tables.ts'

type TemplateRef = NonNullable<Plan['templates']>[number]

const templateFrom = (row: Selectable<TemplateTables['app.plan_template']>): ClinicTemplate => ({
  id: row.template_id,
  version: row.version,
  name: row.name,
  whom: row.whom,
  state: row.state,
  programme: row.programme,
  by: row.by_name,
  at: row.at.toISOString(),
})

/** Each template in its last version, by name. */
export async function templatesOf(tx: Tx): Promise<ClinicTemplate[]> {
  const rows = await tx
    .selectFrom('app.plan_template')
    .selectAll()
    .distinctOn('template_id')
    .orderBy('template_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(templateFrom).sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** Every version of one template, the last one first; none: there is no such template. */
export async function versionsOf(tx: Tx, id: string): Promise<ClinicTemplate[]> {
  const rows = await tx
    .selectFrom('app.plan_template')
    .selectAll()
    .where('template_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(templateFrom)
}

/** One version as a plan names it, by the name that it had; null: there is none. */
export async function templateRef(
  tx: Tx,
  { id, version }: Pick<TemplateRef, 'id' | 'version'>,
): Promise<TemplateRef | null> {
  const row = await tx
    .selectFrom('app.plan_template')
    .select('name')
    .where('template_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row === undefined ? null : { id, version, name: row.name }
}

type Made = { tenantId: string; staffId: string; name: string; now: Date }

/** Adds a version; false: somebody else has made that one meanwhile. */
export async function addTemplate(
  tx: Tx,
  by: Made,
  { id, version, wish }: { id: string; version: number; wish: TemplateWish },
): Promise<boolean> {
  const { name, whom, state, programme } = wish
  const added = await tx
    .insertInto('app.plan_template')
    .values({
      tenant_id: by.tenantId,
      template_id: id,
      version,
      name,
      whom,
      state,
      programme: json(programme),
      by_id: by.staffId,
      by_name: by.name,
      at: by.now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}
