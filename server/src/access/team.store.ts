import { type LocationWish, Refusal, TEAM_ROLES, type Teams, type TeamWish } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import type { Staff } from './sessions.ts'

/** Everybody who belongs to this clinic now. */
async function people(tx: Tx, tenantId: string): Promise<Teams['people']> {
  const works = await tx.selectFrom('app.workplace').select(['staff_id', 'location_id']).execute()
  const rows = await tx
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .select(['m.staff_id', 'm.role', 's.name'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .orderBy('s.name')
    .execute()
  return rows.map(({ staff_id, name, role }) => ({
    staffId: staff_id,
    name,
    role,
    locations: works.filter((w) => w.staff_id === staff_id).map((w) => w.location_id),
  }))
}

export async function teamsOf(tx: Tx, tenantId: string, now: Date): Promise<Teams> {
  const locations = await tx
    .selectFrom('app.location')
    .select(['location_id', 'name', 'address', 'phone', 'zone', 'closed_at'])
    .orderBy('name')
    .execute()
  const patients = await tx
    .selectFrom('app.patient')
    .select(['patient_id', 'label', 'contact', 'location_id'])
    .orderBy('patient_id')
    .execute()
  const team = await tx
    .selectFrom('app.care_team')
    .select(['patient_id', 'staff_id', 'part', 'until'])
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .orderBy('since')
    .execute()
  const teams = new Map<string, Teams['patients'][number]['team']>()
  for (const { patient_id, staff_id, part, until } of team) {
    const own = teams.get(patient_id) ?? []
    own.push({ staffId: staff_id, part, until: until?.toISOString() ?? null })
    teams.set(patient_id, own)
  }
  return {
    locations: locations.map(({ location_id, closed_at, ...place }) => ({
      ...place,
      id: location_id,
      open: closed_at === null,
    })),
    people: await people(tx, tenantId),
    patients: patients.map((p) => ({
      patientId: p.patient_id,
      label: p.contact?.name ?? p.label,
      locationId: p.location_id,
      team: teams.get(p.patient_id) ?? [],
    })),
  }
}

/** Who this is here; whoever does not belong to this clinic now is not there, be it that they are somebody elsewhere. */
async function memberOf(tx: Tx, tenantId: string, staffId: string): Promise<Teams['people'][number]> {
  const found = (await people(tx, tenantId)).find((one) => one.staffId === staffId)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

async function mustBePlace(tx: Tx, locationId: string): Promise<void> {
  const row = tx.selectFrom('app.location').select('location_id').where('location_id', '=', locationId)
  if ((await row.executeTakeFirst()) === undefined) throw new Refusal('not-found')
}

type OnTeam = { actor: Staff; patientId: string; staffId: string; wish: TeamWish; now: Date }

/** Takes somebody on, or changes what they are there; doing it again changes nothing. */
export async function joinTeam(tx: Tx, { actor, patientId, staffId, wish, now }: OnTeam): Promise<void> {
  const { role } = await memberOf(tx, actor.tenantId, staffId)
  if (!TEAM_ROLES.includes(role))
    throw new Refusal('bad-input', [{ path: 'staffId', message: 'This person does not treat anybody.' }])
  await tx
    .insertInto('app.care_team')
    .values({
      tenant_id: actor.tenantId,
      patient_id: patientId,
      staff_id: staffId,
      part: wish.part,
      since: now,
      until: wish.until,
      added_by: actor.staffId,
    })
    .onConflict((c) =>
      c.columns(['tenant_id', 'patient_id', 'staff_id']).doUpdateSet({ part: wish.part, until: wish.until }),
    )
    .execute()
}

export async function leaveTeam(tx: Tx, patientId: string, staffId: string): Promise<void> {
  const rows = tx.deleteFrom('app.care_team').where('patient_id', '=', patientId)
  await rows.where('staff_id', '=', staffId).execute()
}

/** Adds a place or changes it. Whoever works or is seen at one that closes stays written down there. */
export async function putLocation(
  tx: Tx,
  tenantId: string,
  id: string,
  { open, ...said }: LocationWish,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('app.location')
    .values({
      tenant_id: tenantId,
      location_id: id,
      ...said,
      created_at: now,
      closed_at: open ? null : now,
    })
    .onConflict((c) =>
      c.columns(['tenant_id', 'location_id']).doUpdateSet((eb) => ({
        ...said,
        closed_at: open ? null : eb.fn.coalesce('app.location.closed_at', eb.val(now)),
      })),
    )
    .execute()
}

export async function setWorkplaces(tx: Tx, tenantId: string, staffId: string, at: string[]): Promise<void> {
  await memberOf(tx, tenantId, staffId)
  const wished = [...new Set(at)]
  for (const locationId of wished) await mustBePlace(tx, locationId)
  await tx.deleteFrom('app.workplace').where('staff_id', '=', staffId).execute()
  for (const location_id of wished)
    await tx
      .insertInto('app.workplace')
      .values({ tenant_id: tenantId, staff_id: staffId, location_id })
      .execute()
}

export async function setPlace(tx: Tx, patientId: string, locationId: string | null): Promise<void> {
  if (locationId !== null) await mustBePlace(tx, locationId)
  await tx
    .updateTable('app.patient')
    .set({ location_id: locationId })
    .where('patient_id', '=', patientId)
    .execute()
}
