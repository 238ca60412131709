import {
  barsOf,
  isLowRisk,
  PANEL_PAGE,
  type PanelPage,
  type PanelRow,
  type PanelWish,
  plainName,
  type ReasonChip,
} from '@dorsal/care'
import { type RawBuilder, sql } from 'kysely'
import type { Open } from '../access/gate.ts'
import { type OfTeam, teamOf } from '../access/on-team.ts'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { handedTo } from './hand-over.store.ts'
import { freshNeeds } from './kept-need.store.ts'
import { type Needy, needsOf } from './need.store.ts'
import { inWords, pendingOf } from './waiting.store.ts'

/** What a question calls those who care for somebody now. */
export const TEAM: RawBuilder<OfTeam> = sql<OfTeam>`team`

type Known = { texts: Readonly<Record<string, string>>; planOfCareDays: number }
/** `open`: by the `TEAM` of the question that it goes into. */
type Asker = { actor: Staff; open: Open; now: Date; known: Known }

const partsOf = ({ team }: Needy, staffId: string) => team.filter(({ staff_id }) => staff_id === staffId)
/** Until when somebody stands in here, and only stands in. */
function coverUntil(row: Needy, staffId: string): Date | null {
  const parts = partsOf(row, staffId)
  return parts.every(({ part }) => part === 'cover') ? (parts[0]?.until ?? null) : null
}

const leadOf = ({ team }: Needy): string | null =>
  (['lead', 'member', 'cover'] as const).flatMap(
    (part) => team.find((one) => one.part === part)?.name ?? [],
  )[0] ?? null

type Named = { staffId: string; name: string }
type Asked = {
  ids: string[]
  total: number
  everybody: number
  counts: PanelPage['counts']
  phases: PanelPage['phases']
  colleagues: Named[]
  covering: (Named & { until: string })[]
}

/** Of the people `o` those of this caller, and so on; the rule in words of the program is `fitsRest`, and a test holds the two equal. */
function whoseRows(whose: PanelWish['whose'], own: string): RawBuilder<boolean> {
  const some = (which: RawBuilder<unknown>) =>
    sql<boolean>`exists (select from team t where t.patient_id = o.patient_id and ${which})`
  switch (whose) {
    case 'all':
      return sql<boolean>`true`
    case 'mine':
      return some(sql`t.staff_id = ${own} and t.part <> 'cover'`)
    case 'covered':
      return some(sql`t.staff_id = ${own} and t.part = 'cover'`)
    case 'nobody':
      return sql<boolean>`not ${some(sql`true`)}`
    default:
      return some(sql`t.staff_id = ${whose}`)
  }
}

/** Who is on the page of the panel that was wished for, and what is told beside it: one question, of what is kept. */
async function askPage(tx: Tx, { actor, open, now }: Asker, wish: PanelWish): Promise<Asked> {
  const own = actor.staffId
  const { rows } = await sql<Asked>`
    with ${TEAM} as materialized (select * from ${teamOf(now)} t),
    open as materialized (
      select n.patient_id, n.need, n.reasons, n.plain_name, n.phase from app.panel_need n join (${open}) may using (patient_id)
    ),
    rest as materialized (
      select o.* from open o
      where (${wish.phase}::text is null or o.phase = ${wish.phase}) and position(${plainName(wish.name)} in o.plain_name) > 0
        and ${whoseRows(wish.whose, own)}
    ),
    fitting as materialized (
      select * from rest where cardinality(${wish.reasons}::text[]) = 0 or reasons && ${wish.reasons}::text[]
    ),
    page as (
      select patient_id from fitting order by need desc, plain_name, patient_id limit ${PANEL_PAGE} offset ${wish.from}
    ),
    near as (select distinct t.staff_id, t.name from team t join open using (patient_id) where t.staff_id <> ${own}),
    stood as (
      select c.patient_id, max(c.until) as until from team c join open using (patient_id) where c.staff_id = ${own}
        and exists (select from team where staff_id = ${own} and part = 'cover')
      group by c.patient_id having bool_and(c.part = 'cover')
    ),
    covering as (
      select t.staff_id, t.name, max(s.until) as until from stood s join team t using (patient_id) where t.part <> 'cover'
      group by t.staff_id, t.name having max(s.until) is not null
    )
    select array(select patient_id from page) as ids,
      (select count(*)::int from fitting) as total,
      (select count(*)::int from open) as everybody,
      (select coalesce(jsonb_object_agg(reason, times), '{}') from
        (select reason, count(*) as times from rest, unnest(reasons) reason group by reason) c) as counts,
      array(select distinct phase from open where phase is not null order by phase) as phases,
      (select coalesce(jsonb_agg(jsonb_build_object('staffId', staff_id, 'name', name)), '[]') from near) as colleagues,
      (select coalesce(jsonb_agg(jsonb_build_object('staffId', staff_id, 'name', name, 'until', until)), '[]')
        from covering) as covering`.execute(tx)
  const [asked] = rows
  if (asked === undefined) throw new Error('a question without an answer')
  return asked
}

const byName = (a: Named, b: Named): number =>
  a.name.localeCompare(b.name) || (a.staffId < b.staffId ? -1 : 1)

/** The page of the panel that was wished for. */
export async function panelOf(tx: Tx, asker: Asker, wish: PanelWish): Promise<PanelPage> {
  const { actor, now, known } = asker
  const own = actor.staffId
  await freshNeeds(tx, { now, planOfCareDays: known.planOfCareDays })
  const { ids, total, everybody, counts, phases, colleagues, covering } = await askPage(tx, asker, wish)
  const page = await needsOf(tx, { ids, now, planOfCareDays: known.planOfCareDays })
  const waiting = await inWords(tx, await pendingOf(tx, page), page, known.texts)
  const rows = page.map(
    (row): PanelRow => ({
      ...row,
      sessionsLast7Days: row.moved,
      lead: leadOf(row),
      coverUntil: coverUntil(row, own)?.toISOString() ?? null,
      waiting: waiting.get(row.patientId) ?? [],
    }),
  )
  return {
    rows,
    total,
    everybody,
    counts,
    phases,
    colleagues: colleagues.sort(byName),
    covering: covering.sort(byName).map((one) => ({ ...one, until: new Date(one.until).toISOString() })),
    handed: await handedTo(tx, own),
    at: now.toISOString(),
  }
}

/** Why each of these people needs a look now; only those whose record is open to the caller. */
export async function reasonsOf(tx: Tx, { open, now, known }: Asker, people: readonly string[]) {
  const { rows } = await sql<{ patient_id: string }>`
    with ${TEAM} as (select * from ${teamOf(now)} t)
    select may.patient_id from (${open}) may where may.patient_id = any (${people}::uuid[])`.execute(tx)
  const ids = rows.map(({ patient_id }) => patient_id)
  if (ids.length === 0) return []
  const found = await needsOf(tx, { ids, now, planOfCareDays: known.planOfCareDays })
  return found.map(({ patientId, reasons }) => ({ patientId, reasons }))
}

/** So many proposals are looked through at once. */
const AT_ONCE = 200

type Waiting = { patientId: string; label: string; reasons: ReasonChip[] }

/**
 * Proposals of the caller's people that the rules call low-risk now, those of whoever needs somebody most first. Whose anything waits is asked
 * after who is open: the other way round, and while the statistics of what is kept are old, the database takes them for one
 * person and looks through the teams anew for each.
 */
export async function lowRiskOf(tx: Tx, { open, now, known }: Asker) {
  await freshNeeds(tx, { now, planOfCareDays: known.planOfCareDays })
  const { rows } = await sql<Waiting & { pendingProposals: number }>`
    with ${TEAM} as materialized (select * from ${teamOf(now)} t),
    open as materialized (
      select n.patient_id, n.label, n.reasons, n.pending, n.need, n.plain_name
      from app.panel_need n join (${open}) may using (patient_id)
    )
    select patient_id as "patientId", label, reasons, pending as "pendingProposals"
    from open where pending > 0 order by need desc, plain_name, patient_id`.execute(tx)
  const people = rows.filter(({ reasons }) => barsOf(reasons).length === 0)
  const pending = await pendingOf(tx, people)
  const low = people.flatMap((person) =>
    (pending.get(person.patientId) ?? [])
      .filter((proposal) => isLowRisk(proposal, person.reasons))
      .map((proposal) => ({ person, id: proposal.id })),
  )
  const shown = low.slice(0, AT_ONCE)
  const worded = await inWords(tx, pending, [...new Set(shown.map(({ person }) => person))], known.texts)
  const items = shown.flatMap(({ person: { patientId, label }, id }) =>
    (worded.get(patientId) ?? [])
      .filter((proposal) => proposal.id === id)
      .map((proposal) => ({ patientId, label, proposal })),
  )
  return { items, more: low.length - shown.length }
}
