import { ANYBODY, isLowRisk, type PanelWish, Refusal } from '@dorsal/care'
import { openRows, openTo } from '../access/gate.ts'
import type { Staff } from '../access/sessions.ts'
import { answer } from '../adaptation/proposal.routes.ts'
import { patientOfProposal, proposalsOf } from '../adaptation/proposal.store.ts'
import type { Tx } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { planOfCareDays } from '../note/plan-of-care.ts'
import { holdPatient } from '../patient/patient.store.ts'
import { saidOfLate } from '../schedule/visit-check-in.store.ts'
import { holdLicensed } from '../staff/licence.store.ts'
import { absencesOf, caseloads, endAbsence, setAbsence, setCap } from './caseload.store.ts'
import { handOver, seeHanded } from './hand-over.store.ts'
import { needsOf } from './need.store.ts'
import { lowRiskOf, panelOf, reasonsOf, TEAM } from './panel.store.ts'
import { dropView, keepView, viewsOf } from './view.store.ts'

type Names =
  | 'panel'
  | 'panelPage'
  | 'needs'
  | 'lowRisk'
  | 'acceptLowRisk'
  | 'views'
  | 'keepView'
  | 'dropView'
  | 'caseloads'
  | 'setCap'
  | 'handOver'
  | 'seeHandOver'
  | 'setAbsence'
  | 'endAbsence'

const done = { done: true } as const

type Asked = { tx: Tx; actor: Staff; now: Date; deps: Deps; saw: (ids: readonly string[]) => void }

async function asker({ tx, actor, now, deps }: Asked) {
  const known = { texts: deps.texts, planOfCareDays: planOfCareDays(deps.content) }
  return { actor, now, known, open: await openRows(tx, actor, 'record.read', now, TEAM) }
}

async function shown(asked: Asked, wish: PanelWish) {
  const page = await panelOf(asked.tx, await asker(asked), wish)
  const handed = page.handed.flatMap(({ people }) => people)
  asked.saw([...page.rows, ...handed].map(({ patientId }) => patientId))
  return page
}

/**
 * One of the list: at the version that was shown, and only if the rules still call it low-risk now that nothing of the person can change.
 * What came in since the list was drawn counts.
 */
async function acceptLow(call: Call<'acceptLowRisk'>) {
  const { tx, actor, params, now, deps } = call
  await holdLicensed(tx, actor, { country: deps.config.country, now })
  const patientId = await patientOfProposal(tx, params.id)
  await holdPatient(tx, patientId)
  const proposal = (await proposalsOf(tx, patientId)).find(({ id }) => id === params.id)
  if (proposal?.status !== 'pending' || proposal.lock !== call.body.lock) throw new Refusal('conflict')
  const asked = { ids: [patientId], now, planOfCareDays: planOfCareDays(deps.content) }
  const [stands] = await needsOf(tx, asked)
  if (stands === undefined || !isLowRisk(proposal, stands.reasons)) throw new Refusal('not-low-risk')
  return answer({ ...call, body: { action: 'accept', lock: call.body.lock, note: null } }, patientId)
}

export const panelRoutes: HandlersOf<Names> = {
  panel: (call) => shown(call, ANYBODY),
  panelPage: (call) => shown(call, call.body),
  needs: async (call) => {
    const people = await reasonsOf(call.tx, await asker(call), call.body.people)
    const ids = people.map(({ patientId }) => patientId)
    call.saw(ids)
    return { people, said: await saidOfLate(call.tx, ids, call.now), at: call.now.toISOString() }
  },
  lowRisk: async (call) => {
    const found = await lowRiskOf(call.tx, await asker(call))
    call.saw(found.items.map(({ patientId }) => patientId))
    return { ...found, at: call.now.toISOString() }
  },
  acceptLowRisk: acceptLow,
  views: async ({ tx, actor }) => ({ views: await viewsOf(tx, actor.staffId) }),
  keepView: async ({ tx, actor, params, body }) => {
    await keepView(tx, actor, params.id, body)
    return done
  },
  dropView: async ({ tx, actor, params }) => {
    await dropView(tx, actor.staffId, params.id)
    return done
  },
  caseloads: async ({ tx, actor, now, deps }) => ({
    people: await caseloads(tx, actor.tenantId, now, planOfCareDays(deps.content)),
    absences: await absencesOf(tx, now),
    at: now.toISOString(),
  }),
  setCap: async ({ tx, actor, params, body, now }) => {
    await setCap(tx, actor, { staffId: params.id, cap: body.cap, now })
    return done
  },
  handOver: async ({ tx, actor, body, now, saw }) => {
    if (body.from !== actor.staffId && actor.role !== 'clinic-admin') throw new Refusal('forbidden')
    const open = await openTo(tx, actor, 'team.change', now)
    const handed = await handOver(tx, { actor, wish: body, open, now })
    saw(handed)
    return { handed: handed.length }
  },
  seeHandOver: async ({ tx, actor, params, now, saw }) => {
    saw(await seeHanded(tx, actor.staffId, params.id, now))
    return done
  },
  setAbsence: async ({ tx, actor, params, body, now }) => {
    await setAbsence(tx, { actor, id: params.id, wish: body, now })
    return done
  },
  endAbsence: async ({ tx, actor, params }) => {
    await endAbsence(tx, actor, params.id)
    return done
  },
}
