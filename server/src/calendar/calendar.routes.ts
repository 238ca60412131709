import { dayAfter, MOST_FEEDS, type OwnCalendar, Refusal } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import type { Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { ownAddress } from '../http/receipt.ts'
import { sendProblem } from '../http/problems.ts'
import { lockPatient } from '../patient/patient.store.ts'
import { checkInsOf } from '../schedule/visit-check-in.store.ts'
import { feedText } from './feed.ts'
import { addFeed, dropFeed, dropMove, feedsOf, moveOf, setMove } from './feed.store.ts'
import { visitsOf, type Whose } from './visits.store.ts'

/** As long as the secrets that devices make: whatever else stands in the address opens nothing. */
const FEED = /^([\w-]{43})\.ics$/

/** The lists that calendar programs read. One that opens nothing is answered like any address that is not there. */
export function serveFeeds(app: FastifyInstance, deps: Deps): void {
  app.get<{ Params: { file: string } }>(
    '/calendar/:file',
    { config: { action: 'calendar.feed' } },
    async (request, reply) => {
      const token = FEED.exec(request.params.file)?.[1]
      const text = token === undefined ? null : await feedText(deps, token, request.id)
      if (text === null) return sendProblem(reply, 'not-found')
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-robots-tag', 'noindex, nofollow')
        .header('content-disposition', 'inline; filename="calendar.ics"')
        .send(text)
    },
  )
}

type Making = Call<'makeFeed'> | Call<'makeStaffFeed'>

async function make({ tx, actor, params, body, now }: Making, whose: Whose) {
  ownAddress(params, body)
  const there = await feedsOf(tx, actor.tenantId, whose)
  if (there.length >= MOST_FEEDS && !there.some(({ id }) => id === body.id))
    throw new Refusal('too-many-links')
  await addFeed(tx, actor.tenantId, whose, body, now)
  return { done: true } as const
}

/** A session is put off by one day, and only one of today wherever the person may be. */
function checkMove({ body, now }: Call<'moveSession'>): void {
  const utc = now.toISOString().slice(0, 10)
  const near = [dayAfter(utc, -1), utc, dayAfter(utc, 1)]
  if (!near.includes(body.from) || body.to !== dayAfter(body.from, 1))
    throw new Refusal('bad-input', [{ path: 'to', message: 'A session can be put off to the next day.' }])
}

const own = async (tx: Tx, tenantId: string, patientId: string, now: Date): Promise<OwnCalendar> => ({
  visits: await visitsOf(tx, { patientId }, now),
  answered: (await checkInsOf(tx, patientId)).map(({ visitId }) => visitId),
  move: await moveOf(tx, patientId),
  feeds: await feedsOf(tx, tenantId, { patientId }),
})

type Names =
  | 'ownCalendar'
  | 'moveSession'
  | 'keepSession'
  | 'makeFeed'
  | 'dropFeed'
  | 'staffFeeds'
  | 'makeStaffFeed'
  | 'dropStaffFeed'

export const calendarRoutes: HandlersOf<Names> = {
  ownCalendar: ({ tx, actor, now }) => own(tx, actor.tenantId, actor.patientId, now),
  moveSession: async (call) => {
    checkMove(call)
    await lockPatient(call.tx, call.actor.patientId, call.now)
    await setMove(call.tx, call.actor, call.body, call.now)
    return { done: true }
  },
  keepSession: async ({ tx, actor, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await dropMove(tx, actor.patientId)
    return { done: true }
  },
  makeFeed: async (call) => {
    await lockPatient(call.tx, call.actor.patientId, call.now)
    return make(call, { patientId: call.actor.patientId })
  },
  dropFeed: async ({ tx, actor, params, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await dropFeed(tx, actor.tenantId, { patientId: actor.patientId }, params.id)
    return { done: true }
  },
  staffFeeds: async ({ tx, actor }) => ({
    feeds: await feedsOf(tx, actor.tenantId, { staffId: actor.staffId }),
  }),
  makeStaffFeed: (call) => make(call, { staffId: call.actor.staffId }),
  dropStaffFeed: async ({ tx, actor, params }) => {
    await dropFeed(tx, actor.tenantId, { staffId: actor.staffId }, params.id)
    return { done: true }
  },
}
