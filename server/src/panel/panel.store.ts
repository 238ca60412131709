import {
  fitsReasons,
  fitsRest,
  PANEL_PAGE,
  type PanelPage,
  type PanelRow,
  type PanelWish,
  type ReasonChip,
} from '@dorsal/care'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { handedTo } from './hand-over.store.ts'
import { type Needy, needsOf } from './need.store.ts'
import { waitingOf } from './waiting.store.ts'

type Known = { texts: Readonly<Record<string, string>>; planOfCareDays: number }
type Asker = { actor: Staff; open: ReadonlySet<string>; now: Date; known: Known }

/** Everybody who is open to the caller, those who need somebody most first. */
async function openNeeds(tx: Tx, { open, now, known }: Asker): Promise<Needy[]> {
  const everybody = await needsOf(tx, { ids: null, now, planOfCareDays: known.planOfCareDays })
  return everybody.filter(({ patientId }) => open.has(patientId))
}

const partsOf = ({ team }: Needy, staffId: string) => team.filter(({ staff_id }) => staff_id === staffId)
const covers = (row: Needy, staffId: string): boolean =>
  partsOf(row, staffId).some(({ part }) => part === 'cover')
const cares = (row: Needy, staffId: string): boolean =>
  partsOf(row, staffId).some(({ part }) => part !== 'cover')
/** Until when somebody stands in here, and only stands in. */
const coverUntil = (row: Needy, staffId: string): Date | null =>
  cares(row, staffId) ? null : (partsOf(row, staffId)[0]?.until ?? null)

const leadOf = ({ team }: Needy): string | null =>
  (['lead', 'member', 'cover'] as const).flatMap(
    (part) => team.find((one) => one.part === part)?.name ?? [],
  )[0] ?? null

function colleaguesIn(rows: readonly Needy[], own: string): PanelPage['colleagues'] {
  const names = new Map<string, string>()
  for (const { team } of rows) for (const { staff_id, name } of team) names.set(staff_id, name)
  names.delete(own)
  return [...names].map(([staffId, name]) => ({ staffId, name })).sort((a, b) => a.name.localeCompare(b.name))
}

/** Whom the caller stands in for now, and until when. */
function coveringIn(rows: readonly Needy[], own: string): PanelPage['covering'] {
  const found = new Map<string, PanelPage['covering'][number]>()
  for (const row of rows) {
    const until = coverUntil(row, own)?.toISOString()
    if (until === undefined) continue
    for (const { staff_id, name, part } of row.team)
      if (part !== 'cover' && !found.has(staff_id)) found.set(staff_id, { staffId: staff_id, name, until })
  }
  return [...found.values()]
}

function countsIn(rows: readonly Needy[]): PanelPage['counts'] {
  const counts: Partial<Record<ReasonChip, number>> = {}
  for (const { reasons } of rows) for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

/** The page of the panel that was wished for. */
export async function panelOf(tx: Tx, asker: Asker, wish: PanelWish): Promise<PanelPage> {
  const { actor, now, known } = asker
  const own = actor.staffId
  const all = await openNeeds(tx, asker)
  const rest = all.filter((row) =>
    fitsRest(
      {
        label: row.label,
        reasons: row.reasons,
        phase: row.phase,
        cares: row.team.map(({ staff_id }) => staff_id),
        mine: cares(row, own),
        covered: covers(row, own),
      },
      wish,
    ),
  )
  const fitting = rest.filter((row) => fitsReasons(row, wish.reasons))
  const page = fitting.slice(wish.from, wish.from + PANEL_PAGE)
  const waiting = await waitingOf(tx, page, known.texts)
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
    total: fitting.length,
    everybody: all.length,
    counts: countsIn(rest),
    phases: [...new Set(all.flatMap(({ phase }) => phase ?? []))],
    colleagues: colleaguesIn(all, own),
    covering: coveringIn(all, own),
    handed: await handedTo(tx, own),
    at: now.toISOString(),
  }
}

/** So many proposals are looked through at once. */
const AT_ONCE = 200

/** Proposals of the caller's people that the rules call low-risk now, those of whoever needs somebody most first. */
export async function lowRiskOf(tx: Tx, asker: Asker) {
  const people = (await openNeeds(tx, asker)).filter(({ pendingProposals }) => pendingProposals > 0)
  const waiting = await waitingOf(tx, people, asker.known.texts)
  const items = people.flatMap(({ patientId, label }) =>
    (waiting.get(patientId) ?? [])
      .filter(({ low }) => low)
      .map((proposal) => ({ patientId, label, proposal })),
  )
  return { items: items.slice(0, AT_ONCE), more: Math.max(0, items.length - AT_ONCE) }
}
