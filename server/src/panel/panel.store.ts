import { needOf, type PanelRow, type SessionReport } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { whoWaits } from '../message/message.store.ts'
import { reachable } from '../patient/patient.store.ts'

type Brief = Pick<SessionReport, 'before' | 'stop' | 'endedAt' | 'painAfter'> & { sets: number }

const WEEK = 7 * 86_400_000

function by<T extends { patient_id: string }>(rows: readonly T[]): (patientId: string) => T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.patient_id, [...(groups.get(row.patient_id) ?? []), row])
  return (patientId) => groups.get(patientId) ?? []
}

/**
 * Of each report only what the panel looks at: the sets with their traces stay in the database. A device whose clock runs ahead must not
 * stay the last word for ever: nothing is later than its arrival.
 */
async function briefReports(tx: Tx) {
  const { rows } = await sql<{ patient_id: string; report: Brief }>`
    select patient_id, jsonb_build_object('before', body->'before', 'stop', body->'stop', 'endedAt',
      to_char(least((body->>'endedAt')::timestamptz, received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'painAfter', body->'painAfter', 'sets', jsonb_array_length(body->'sets')) as report
    from app.session_report order by least((body->>'startedAt')::timestamptz, received_at)`.execute(tx)
  return rows
}

async function sessionsPerWeek(tx: Tx) {
  const { rows } = await sql<{ patient_id: string; per_week: number; status: string }>`
    select distinct on (patient_id) patient_id, (body->'cadence'->>'homeSessionsPerWeek')::float8 as per_week,
      body->>'status' as status
    from app.plan order by patient_id, version desc`.execute(tx)
  return rows
}

async function firstPains(tx: Tx) {
  const { rows } = await sql<{ patient_id: string; pain: number | null }>`
    select patient_id, (intake->'measures'->'nprs'->>'average')::float8 as pain from app.episode`.execute(tx)
  return rows
}

/** Everybody among those who are `open` to the caller, those who need somebody most first. */
export async function panelRows(tx: Tx, open: ReadonlySet<string>, now: Date): Promise<PanelRow[]> {
  const everybody = await tx.selectFrom('app.patient').selectAll().execute()
  const patients = everybody.filter(({ patient_id }) => open.has(patient_id))
  const tasks = by(
    await tx.selectFrom('app.task').select(['patient_id', 'kind', 'level', 'closed_at']).execute(),
  )
  const proposals = by(await tx.selectFrom('app.proposal').select(['patient_id', 'kind', 'status']).execute())
  const reports = by(await briefReports(tx))
  const plans = by(await sessionsPerWeek(tx))
  const pains = by(await firstPains(tx))
  const waits = await whoWaits(tx)

  const rows = patients.map((p): PanelRow => {
    const id = p.patient_id
    const done = reports(id).map((r) => r.report)
    const own = tasks(id).map((t) => ({ ...t, closedAt: t.closed_at?.toISOString() ?? null }))
    const plan = plans(id)[0]
    const contact = reachable(p.contact)
    const need = needOf({
      tasks: own,
      proposals: proposals(id),
      reports: done,
      sessionsPerWeek: plan?.status === 'active' ? plan.per_week : null,
      createdAt: p.created_at.toISOString(),
      contact,
      messageWaiting: waits.has(id),
      now: now.toISOString(),
    })
    const last = done.at(-1)
    return {
      patientId: id,
      label: p.contact?.name ?? p.label,
      contact,
      ...need,
      lastSessionAt: last?.endedAt ?? null,
      painLast: last?.painAfter ?? last?.before.pain ?? null,
      painFirst: pains(id)[0]?.pain ?? done[0]?.before.pain ?? null,
      sessionsLast7Days: done.filter((r) => r.sets > 0 && now.getTime() - Date.parse(r.endedAt) < WEEK)
        .length,
      openTasks: own.filter((t) => t.closedAt === null).length,
      pendingProposals: proposals(id).filter((q) => q.status === 'pending').length,
    }
  })
  return rows.sort((a, b) => b.need - a.need || a.label.localeCompare(b.label))
}
