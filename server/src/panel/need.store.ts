import {
  type Contact,
  needChangesAt,
  needOf,
  type PhaseId,
  type Plan,
  plainName,
  type RangeBrief,
  type ReasonChip,
  type ReportBrief,
} from '@dorsal/care'
import type { NeedInput } from '@dorsal/care'
import { type RawBuilder, sql } from 'kysely'
import { type OfTeam, teamOf } from '../access/on-team.ts'
import type { Tx } from '../db/connect.ts'
import { reachable } from '../patient/patient.store.ts'

/** One person as the panel ranks them. */
export type Needy = {
  patientId: string
  label: string
  contact: boolean
  need: number
  reasons: ReasonChip[]
  /** When the need is another by nothing but the time. */
  changesAt: string | null
  phase: PhaseId | null
  lastSessionAt: string | null
  painLast: number | null
  painFirst: number | null
  /** Sessions of the last seven days in which something was done. */
  moved: number
  openTasks: number
  pendingProposals: number
  /** Since when the oldest thing that waits for the clinic does; null: nothing waits. */
  waitsSince: Date | null
  team: Standing[]
}
export type Standing = Pick<OfTeam, 'staff_id' | 'part' | 'until' | 'name'>

/** `ids` null: everybody in the clinic. `planOfCareDays`: for how long a signed plan of care holds. */
type Asked = { ids: readonly string[] | null; now: Date; planOfCareDays: number }

export const byPatient = <T extends { patient_id: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const own = groups.get(row.patient_id)
    if (own === undefined) groups.set(row.patient_id, [row])
    else own.push(row)
  }
  return groups
}

type PatientRow = {
  patient_id: string
  label: string
  contact: Contact | null
  created_at: Date
  pain_start: number | null
  plan_status: Plan['status'] | null
  plan_since: Date | null
  per_week: number | null
  phase: PhaseId | null
  checked_at: Date | null
  reports: ReportBrief[] | null
  born: number | null
  ranges: RangeBrief[] | null
  moved: number
}
type TaskRow = Pick<NeedInput['tasks'][number], 'kind' | 'level'> & { patient_id: string; created_at: Date }
type ProposalRow = { patient_id: string; kind: NeedInput['proposals'][number]['kind']; created_at: Date }
type WaitRow = { patient_id: string; since: Date }
type NoteRow = { patient_id: string; awaits: boolean; signed_at: string | null }

async function all<T>(tx: Tx, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(tx)).rows
}

/** What there is of everybody, or of some, in as many looks as there are tables: none opens a record. */
async function factsOf(tx: Tx, ids: readonly string[] | null, now: Date) {
  const of = (name: string) => (ids === null ? sql`` : sql`and ${sql.ref(name)} = any (${ids}::uuid[])`)
  return {
    patients: await all(
      tx,
      sql<PatientRow>`
        select p.patient_id, p.label, p.contact, p.created_at, f.pain_start, f.plan_status, f.plan_since,
          f.per_week, f.phase, f.checked_at, f.reports, f.born, f.ranges,
          (select count(*)::int from unnest(f.moved_at) at where at > ${new Date(now.getTime() - WEEK)}) as moved
        from app.patient p left join app.panel_facts f on f.tenant_id = p.tenant_id and f.patient_id = p.patient_id
        where true ${of('p.patient_id')}`,
    ),
    tasks: byPatient(
      await all(
        tx,
        sql<TaskRow>`select patient_id, kind, level, created_at from app.task where closed_at is null ${of('patient_id')}`,
      ),
    ),
    proposals: byPatient(
      await all(
        tx,
        sql<ProposalRow>`select patient_id, kind, created_at from app.proposal where status = 'pending' ${of('patient_id')}`,
      ),
    ),
    waits: byPatient(
      await all(
        tx,
        sql<WaitRow>`
          select patient_id, min(received_at) as since from app.message
          where author = 'patient' and answered_at is null ${of('patient_id')} group by patient_id`,
      ),
    ),
    notes: byPatient(
      await all(
        tx,
        sql<NoteRow>`
          select patient_id, true as awaits, null as signed_at from app.note
          where state = 'awaiting-co-sign' ${of('patient_id')}
          union all
          select patient_id, false, max(signed ->> 'at') from app.note
          where kind = 'plan-of-care' and state in ('signed', 'co-signed') ${of('patient_id')} group by patient_id`,
      ),
    ),
    team: byPatient(
      await all(
        tx,
        sql<
          Standing & { patient_id: string }
        >`select patient_id, staff_id, part, until, name from ${teamOf(now)} t where true ${of('patient_id')} order by since`,
      ),
    ),
  }
}

/** The first of some moments; null: there is none. */
const earliest = (moments: readonly Date[]): Date | null =>
  moments.reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null)

const WEEK = 7 * 86_400_000

/** Who needs somebody more first, then by plain name: the order of what is kept (kept-need.store.ts) too. */
function firstNeed(a: Needy, b: Needy): number {
  if (a.need !== b.need) return b.need - a.need
  const [left, right] = [a, b].map(({ label, patientId }) => `${plainName(label)}\0${patientId}`) as [
    string,
    string,
  ]
  return left < right ? -1 : 1
}

/** Everybody, or those asked for, who need somebody most first. */
export async function needsOf(tx: Tx, { ids, now, planOfCareDays }: Asked): Promise<Needy[]> {
  const facts = await factsOf(tx, ids, now)
  const at = now.toISOString()
  const rows = facts.patients.map((p): Needy => {
    const id = p.patient_id
    const tasks = facts.tasks.get(id) ?? []
    const proposals = facts.proposals.get(id) ?? []
    const notes = facts.notes.get(id) ?? []
    const waits = facts.waits.get(id) ?? []
    const reports = p.reports ?? []
    const active = p.plan_status === 'active'
    const signed = notes.find(({ signed_at }) => signed_at !== null)?.signed_at ?? null
    const contact = reachable(p.contact)
    const input: NeedInput = {
      tasks: tasks.map(({ kind, level }) => ({ kind, level, closedAt: null })),
      proposals: proposals.map(({ kind }) => ({ kind, status: 'pending' })),
      reports,
      sessionsPerWeek: active ? p.per_week : null,
      createdAt: p.created_at.toISOString(),
      contact,
      messageWaiting: waits.length > 0,
      noteAwaitsCoSign: notes.some(({ awaits }) => awaits),
      planOfCare: signed === null ? null : { signedAt: signed, days: planOfCareDays },
      checkIns:
        active && p.plan_since !== null
          ? { since: p.plan_since.toISOString(), lastAt: p.checked_at?.toISOString() ?? null }
          : null,
      bornIn: p.born,
      ranges: p.ranges ?? [],
      now: at,
    }
    const last = reports.at(-1)
    return {
      patientId: id,
      label: p.contact?.name ?? p.label,
      contact,
      ...needOf(input),
      changesAt: needChangesAt(input),
      phase: p.phase,
      lastSessionAt: last?.endedAt ?? null,
      painLast: last?.painAfter ?? last?.before.pain ?? null,
      painFirst: p.pain_start ?? reports[0]?.before.pain ?? null,
      moved: p.moved,
      openTasks: tasks.length,
      pendingProposals: proposals.length,
      waitsSince: earliest([
        ...[...tasks, ...proposals].map(({ created_at }) => created_at),
        ...waits.map(({ since }) => since),
      ]),
      team: facts.team.get(id) ?? [],
    }
  })
  return rows.sort(firstNeed)
}
