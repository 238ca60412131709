import {
  type Actor,
  type ContentReview,
  type ErrorCode,
  licenceLine,
  Refusal,
  type Reference,
  type Reviewed,
  type Reviewer,
  reviewFault,
  type ReviewRow,
  type ReviewSheet,
  signedPart,
  signerFault,
  standingOf,
} from '@dorsal/care'
import { askedClinic } from '../clinic/asked-clinic.ts'
import { inClinic, type Tx } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { colleague } from '../staff/colleagues.store.ts'
import { licencesOf } from '../staff/licence.store.ts'
import { type ReviewItem, reviewItems } from './review-items.ts'
import {
  addLines,
  addOpening,
  holdReview,
  lastLines,
  leadsOf,
  linesOf,
  openedBy,
  setLead,
} from './sign-off.store.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

const itemsOf = ({ content, config }: Deps) => reviewItems(content, config.contentDir)

/** Every row of the review as this member of staff sees it now. */
async function rowsOf(tx: Tx, staffId: string, items: Iterable<ReviewItem>): Promise<ReviewRow[]> {
  const last = await lastLines(tx)
  const opened = await openedBy(tx, staffId)
  return [...items].map(({ key, kind, id, version, hash, title, shipped }) => ({
    key,
    kind,
    id,
    version,
    hash,
    title,
    ...standingOf(hash, shipped, last.get(key) ?? null),
    opened: opened(key, hash),
  }))
}

/** Whether they may sign now, and as whom. */
async function signerOf(
  tx: Tx,
  actor: Staff,
  { deps, now }: Pick<Call<'reviewContent'>, 'deps' | 'now'>,
): Promise<{ fault: ErrorCode | null; by: Reviewer }> {
  const licence = (await licencesOf(tx, actor.tenantId)).get(actor.staffId) ?? null
  const appointed = (await leadsOf(tx)).some(({ staffId }) => staffId === actor.staffId)
  const clinic = { now: now.toISOString(), country: deps.config.country }
  const { staffId, name, role } = actor
  return {
    fault: signerFault({ role, appointed, licence }, clinic),
    by: { staffId, name, licence: licence === null ? '' : licenceLine(licence) },
  }
}

/** Every word of an item that names a source of the bibliography. */
function citedIn(item: unknown, references: readonly Reference[]): Reference[] {
  const said = new Set<unknown>()
  const hear = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(hear)
    else said.add(value)
  }
  hear(item)
  return references.filter(({ id }) => said.has(id))
}

async function open({ tx, actor, body, deps, now }: Call<'openForReview'>): Promise<ReviewSheet> {
  const one = itemsOf(deps).get(body.key)
  if (one === undefined) throw new Refusal('not-found')
  const { tenantId, staffId } = actor
  await addOpening(tx, { tenantId, staffId, item: one.key, hash: one.hash }, now)
  const [row] = await rowsOf(tx, staffId, [one])
  if (row === undefined) throw new Refusal('not-found')
  const item = signedPart(one.item)
  const references = citedIn(item, deps.content.references)
  return { row, item, others: one.others, references, history: await linesOf(tx, one.key) }
}

/** All of it or nothing: one item that cannot be done leaves everything as it was, and is named. */
async function act({ tx, actor, body, deps, now }: Call<'reviewContent'>) {
  const { fault, by } = await signerOf(tx, actor, { deps, now })
  if (fault !== null) throw new Refusal(fault)
  await holdReview(tx, actor.tenantId)
  const items = itemsOf(deps)
  const keys = new Set(body.items.map(({ key }) => key))
  const wanted = [...items.values()].filter(({ key }) => keys.has(key))
  if (wanted.length !== body.items.length) throw new Refusal('not-found')
  const rows = new Map((await rowsOf(tx, actor.staffId, wanted)).map((row) => [row.key, row]))
  const faults = body.items.flatMap(({ key, hash: seenHash }, at) => {
    const row = rows.get(key)
    if (row === undefined) return []
    const message = reviewFault(body.act, { ...row, seenHash, words: body.words })
    return message === null ? [] : [{ path: `items.${at}`, message, code: message }]
  })
  if (faults.some(({ code }) => code === 'changed')) throw new Refusal('conflict')
  if (faults.length > 0)
    throw new Refusal(
      'bad-input',
      faults.map(({ path, message }) => ({ path, message })),
    )
  await addLines(tx, {
    tenantId: actor.tenantId,
    act: body.act,
    by,
    words: body.words.trim(),
    now,
    items: wanted,
  })
  return { at: now.toISOString(), rows: await rowsOf(tx, actor.staffId, wanted) }
}

async function reviewed(call: Call<'reviewed'>): Promise<Reviewed> {
  const last = await inClinic(call.db, await askedClinic(call), lastLines)
  const all = [...itemsOf(call.deps).values()].map(({ key, hash, shipped }) => ({
    key,
    ...standingOf(hash, shipped, last.get(key) ?? null),
  }))
  return {
    signed: Object.fromEntries(
      all.flatMap(({ key, state, by, at }) => (state === 'signed' ? [[key, { by, at }]] : [])),
    ),
    changed: all.flatMap(({ key, state }) => (state === 'changed' ? [key] : [])),
  }
}

type Names = 'reviewed' | 'contentReview' | 'openForReview' | 'reviewContent' | 'setContentLead'

export const reviewRoutes: HandlersOf<Names> = {
  reviewed,
  contentReview: async ({ tx, actor, deps, now }): Promise<ContentReview> => ({
    contentVersion: deps.content.version,
    rows: await rowsOf(tx, actor.staffId, itemsOf(deps).values()),
    refusal: (await signerOf(tx, actor, { deps, now })).fault,
    leads: await leadsOf(tx),
  }),
  openForReview: open,
  reviewContent: act,
  setContentLead: async ({ tx, actor, params, body, now }) => {
    const { staffId } = await colleague(tx, actor.tenantId, params.id)
    await setLead(tx, { tenantId: actor.tenantId, staffId, by: actor.staffId, lead: body.lead }, now)
    return { done: true }
  },
}
