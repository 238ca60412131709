import { endOf, lastsWithin, MOST_LINKS, Refusal, type SharedDay, sharedDay, stopWords } from '@dorsal/care'
import { courseOf } from '../course/course.ts'
import { sessionToday } from '../course/session-today.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { lockPatient } from '../patient/patient.store.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { addLink, linksOf, openLink, removeLink } from './sharing.store.ts'

async function make({ tx, actor, deps, body, now }: Call<'makeShare'>) {
  const mostDays = deps.config.shareDays
  if (!lastsWithin(mostDays).includes(body.lasts))
    throw new Refusal('bad-input', [{ path: 'lasts', message: 'This is longer than the clinic allows.' }])
  const links = await linksOf(tx, actor.patientId, { now, mostDays })
  if (links.length >= MOST_LINKS) throw new Refusal('too-many-links')
  const at = now.toISOString()
  const expiresAt = endOf(body.lasts, { now: at, utcOffset: body.utcOffset, mostDays })
  return { saved: { id: body.id, at }, link: await addLink(tx, actor, { wish: body, expiresAt, now }) }
}

/** What today is for whoever made the link. */
async function dayOf({ tx, actor, deps, now }: Call<'shared'>): Promise<SharedDay['day']> {
  const episode = await episodeOf(tx, actor.patientId)
  const plan = await latestPlan(tx, actor.patientId)
  if (episode === null || plan === null || episode.planVersion === null) return null
  const { content } = deps
  const course = await courseOf(tx, actor.patientId, { episode, plan, content, now })
  const prescription = sessionToday({ episode, plan, course, content, now })
  return sharedDay({ triage: episode.triage, plan, prescription })
}

/** Today's exercises and nothing else. Looking at them is no use of the record by the person: it does not keep it from being erased. */
async function open(call: Call<'shared'>): Promise<SharedDay> {
  const { tx, actor, deps, now } = call
  const link = await openLink(tx, actor, now)
  if (link === undefined) throw new Refusal('link-ended')
  return {
    shownName: link.shown_name,
    until: link.expires_at.toISOString(),
    stop: stopWords(deps.content.redFlags),
    day: await dayOf(call),
  }
}

export const sharingRoutes: HandlersOf<'shares' | 'makeShare' | 'revokeShare' | 'shared'> = {
  shares: async ({ tx, actor, deps, now }) => {
    const mostDays = deps.config.shareDays
    const links = await linksOf(tx, actor.patientId, { now, mostDays })
    return { links, offers: lastsWithin(mostDays), most: MOST_LINKS }
  },
  makeShare: (call) => {
    const { tx, actor, params, body, now } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'makeShare', id: body.id, body, now }, () => make(call))
  },
  revokeShare: async ({ tx, actor, params, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await removeLink(tx, actor.patientId, params.id, now)
    return { done: true }
  },
  shared: open,
}
