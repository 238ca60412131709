import { doorOf, doorTimes, Refusal, type VideoVisit } from '@dorsal/care'
import type { Config } from '../config.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { holdLicensed } from '../staff/licence.store.ts'
import { admitPerson, endMeeting, meet } from './room.store.ts'
import { iceServersUntil } from './turn.ts'
import { holdOpen, type MeetingVisit, meetingVisit, noteBegun } from './video.store.ts'

type Staffed = Call<'videoVisit'> | Call<'videoCall'> | Call<'admitToVideo'> | Call<'endVideo'>

function shown(visit: MeetingVisit, meets: string, { turn }: Config, now: Date): VideoVisit {
  const { id, starts, ends, wall, zone, phone, patientId } = visit
  const { opens, closes } = doorTimes(visit)
  const door = doorOf(visit, now.toISOString())
  return {
    id,
    starts,
    ends,
    opens,
    closes,
    wall,
    zone,
    door,
    meets,
    phone,
    patientId,
    // Until the door is open nobody needs a way through it.
    iceServers: door === 'open' ? iceServersUntil(turn, new Date(closes)) : [],
    relayOnly: turn?.only ?? false,
  }
}

/** The visit of a member of staff: their own, or of somebody whom they care for, and with a licence that lets them see people here. */
async function staffVisit({ tx, actor, params, subject, deps, now }: Staffed): Promise<MeetingVisit> {
  const visit = await meetingVisit(tx, params.id)
  if (visit.staffId !== actor.staffId && subject.relation !== 'care-team') throw new Refusal('others-visit')
  await holdLicensed(tx, actor, { country: deps.config.country, now })
  return visit
}

/** The same, while its door is open. */
async function openVisit(call: Staffed): Promise<MeetingVisit> {
  const visit = await staffVisit(call)
  holdOpen(visit, call.now)
  return visit
}

export const videoRoutes: HandlersOf<
  'myVideoVisit' | 'myVideoCall' | 'videoVisit' | 'videoCall' | 'admitToVideo' | 'endVideo'
> = {
  myVideoVisit: async ({ tx, actor, params, deps, now }) => {
    const visit = await meetingVisit(tx, params.id, actor.patientId)
    return shown(visit, visit.staffName, deps.config, now)
  },
  myVideoCall: async ({ tx, actor, params, body, now }) => {
    const visit = await meetingVisit(tx, params.id, actor.patientId)
    holdOpen(visit, now)
    return meet(tx, visit, { side: 'patient' }, body, now)
  },
  videoVisit: async (call) => {
    const visit = await staffVisit(call)
    return shown(visit, visit.patientName, call.deps.config, call.now)
  },
  videoCall: async (call) =>
    meet(call.tx, await openVisit(call), { side: 'staff', staffId: call.actor.staffId }, call.body, call.now),
  admitToVideo: async (call) => {
    const visit = await openVisit(call)
    await admitPerson(call.tx, visit, call.body.meeting, call.now)
    await noteBegun(call.tx, visit.id, call.now)
    return { done: true }
  },
  endVideo: async (call) => {
    await endMeeting(call.tx, await staffVisit(call), call.body.meeting, call.now)
    return { done: true }
  },
}
