import { type About, type Actor, type Relation, relationOf, TREATS } from '@dorsal/care'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { type OfTeam, teamOf } from './on-team.ts'

/** Anybody of a clinic: whoever is known. */
export type Known = Exclude<Actor, { kind: 'anyone' }>

/** The record that a request is about, if it is about one, and how its caller stands to it. */
export type Subject = { patientId: string | null; relation: Relation }

const ABSENT: Subject = { patientId: null, relation: 'none' }

type Finder = (tx: Tx, id: string) => Promise<string | null>

/** Whose record an address names. Row-level security leaves nothing but rows of the caller's clinic to be found. */
const PATIENT_BY: Readonly<Record<'patient' | 'proposal' | 'task' | 'visit', Finder>> = {
  patient: async (tx, id) => {
    const found = tx.selectFrom('app.patient').select('patient_id').where('patient_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
  proposal: async (tx, id) => {
    const found = tx.selectFrom('app.proposal').select('patient_id').where('proposal_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
  task: async (tx, id) => {
    const found = tx.selectFrom('app.task').select('patient_id').where('task_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
  visit: async (tx, id) => {
    const found = tx.selectFrom('app.visit').select('patient_id').where('visit_id', '=', id)
    return (await found.executeTakeFirst())?.patient_id ?? null
  },
}

function ownOf(actor: Known): Subject {
  if (actor.kind === 'patient') return { patientId: actor.patientId, relation: 'self' }
  if (actor.kind === 'caregiver') return { patientId: actor.patientId, relation: 'caregiver' }
  return actor.kind === 'helper' ? { patientId: actor.patientId, relation: 'link' } : ABSENT
}

type FactRow = {
  patient_id: string
  location: string | null
  on_team: boolean
  has_team: boolean
  glass_broken: boolean
}

/** What is known of how one member of staff stands to everybody in the clinic, or to the one person named. */
const standingFacts = (
  staffId: string,
  now: Date,
  { team, patientId = null }: { team: RawBuilder<OfTeam>; patientId?: string | null },
): RawBuilder<FactRow> =>
  sql<FactRow>`
    select p.patient_id, p.location_id as location, coalesce(team.mine, false) as on_team,
      coalesce(team.treated, false) as has_team, glass.patient_id is not null as glass_broken
    from app.patient p
    left join (
      select t.patient_id, bool_or(t.staff_id = ${staffId}) as mine, bool_or(t.role = any (${TREATS})) as treated
      from ${team} t where ${patientId}::uuid is null or t.patient_id = ${patientId}::uuid
      group by t.patient_id
    ) team using (patient_id)
    left join (
      select distinct g.patient_id from app.broken_glass g where g.staff_id = ${staffId} and g.ends_at > ${now}
    ) glass using (patient_id)
    where ${patientId}::uuid is null or p.patient_id = ${patientId}::uuid`

async function worksAt(tx: Tx, staffId: string): Promise<string[]> {
  const places = tx.selectFrom('app.workplace').select('location_id').where('staff_id', '=', staffId)
  return (await places.execute()).map((row) => row.location_id)
}

/** How one member of staff stands to one person of their clinic; null: there is no such person. */
async function standingOf(tx: Tx, staffId: string, now: Date, patientId: string): Promise<Relation | null> {
  const row = (await standingFacts(staffId, now, { team: teamOf(now), patientId }).execute(tx)).rows[0]
  if (row === undefined) return null
  return relationOf({
    onTeam: row.on_team,
    hasTeam: row.has_team,
    glassBroken: row.glass_broken,
    location: row.location,
    worksAt: await worksAt(tx, staffId),
  })
}

/** People for a query to go on with. */
export type Those = RawBuilder<{ patient_id: string }>

const EITHER = [false, true] as const

/**
 * Everybody in the clinic to whom this member of staff stands in a way that fits. `team`: who cares for whom now. Of all that the database can know of the two the rule is
 * asked beforehand, case by case, so that the database need only look up which case each person is.
 */
export async function thoseWhere(
  tx: Tx,
  staffId: string,
  fits: (relation: Relation) => boolean,
  { now, team }: { now: Date; team: RawBuilder<OfTeam> },
): Promise<Those> {
  const places = await tx.selectFrom('app.location').select('location_id').execute()
  const works = await worksAt(tx, staffId)
  const cases = [null, ...places.map((row) => row.location_id)].flatMap((location) =>
    EITHER.flatMap((onTeam) =>
      EITHER.flatMap((hasTeam) =>
        EITHER.filter((glassBroken) =>
          fits(relationOf({ onTeam, hasTeam, glassBroken, location, worksAt: works })),
        ).map((glassBroken) => [onTeam, hasTeam, glassBroken, location ?? ''].map(String).join(' ')),
      ),
    ),
  )
  // Asked in this way because nearly everybody fits, which the planner does not guess of a plain comparison.
  return sql<{ patient_id: string }>`
    select patient_id from (${standingFacts(staffId, now, { team })}) facts
    where array_position(${cases}::text[],
      concat_ws(' ', on_team::text, has_team::text, glass_broken::text, coalesce(location::text, ''))) is not null`
}

/** Finds what a request is about. `id`: what its address names, where it names anything. */
export async function subjectOf(
  tx: Tx,
  actor: Known,
  { about, id, now }: { about: About; id: string | undefined; now: Date },
): Promise<Subject> {
  if (about === 'nothing') return ABSENT
  if (about === 'own') return ownOf(actor)
  if (about === 'clinic') return { patientId: null, relation: 'same-clinic' }
  const patientId = id === undefined ? null : await PATIENT_BY[about](tx, id)
  if (patientId === null) return ABSENT
  if (actor.kind === 'system') return { patientId, relation: 'same-clinic' }
  if (actor.kind !== 'staff') return ABSENT
  const relation = await standingOf(tx, actor.staffId, now, patientId)
  return relation === null ? ABSENT : { patientId, relation }
}
