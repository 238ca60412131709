import { type Db, inClinic } from '../db/connect.ts'

/** The one clinic that this installation serves. */
export async function homeTenant(db: Db): Promise<string> {
  const row = await db
    .selectFrom('auth.tenant')
    .select('tenant_id')
    .where('slug', '=', 'home')
    .executeTakeFirstOrThrow()
  return row.tenant_id
}

type House = { db: Db; homeTenant: string; config: { clinicName: string } }

/** What a clinic is called: the first one as the settings say, every other by its own name. */
export async function nameOf({ db, homeTenant: home, config }: House, tenantId: string): Promise<string> {
  if (tenantId === home) return config.clinicName
  const row = await inClinic(db, tenantId, (tx) =>
    tx.selectFrom('app.clinic').select('name').executeTakeFirst(),
  )
  return row?.name ?? config.clinicName
}

/** The clinics that somebody works at now, with their names, the one that first took them in first. */
export async function clinicsOf(house: House, staffId: string) {
  const rows = await house.db
    .selectFrom('auth.membership')
    .select('tenant_id')
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .orderBy('since')
    .execute()
  return Promise.all(
    rows.map(async ({ tenant_id }) => ({ clinicId: tenant_id, name: await nameOf(house, tenant_id) })),
  )
}
