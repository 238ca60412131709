import * as z from 'zod/mini'
import { byId, done, endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { Wall } from '../schedule/visit.ts'
import { Zone } from '../zone.ts'
import { VideoCall, VideoRoom } from './signal.ts'

/** A server that helps two browsers to find a way to each other, as browsers take it. */
export const IceServer = z.object({
  urls: z.array(z.string()),
  username: z.optional(z.string()),
  credential: z.optional(z.string()),
})
export type IceServer = z.infer<typeof IceServer>

/** What a page needs before a video visit: when it is and when its door opens, whom one meets, by which servers; nothing about health. */
export const VideoVisit = z.object({
  id: Uuid,
  starts: Instant,
  ends: Instant,
  opens: Instant,
  closes: Instant,
  wall: Wall,
  zone: Zone,
  door: z.enum(['early', 'open', 'over', 'none']),
  /** Whom the reader meets. */
  meets: z.string(),
  /** The telephone of the place, for when nothing else works; empty where none is known. */
  phone: z.string(),
  patientId: Uuid,
  iceServers: z.array(IceServer),
  /** Only by way of our own relay, so that neither side learns the other's address in the network. */
  relayOnly: z.boolean(),
})
export type VideoVisit = z.infer<typeof VideoVisit>

/** The rows of the API for visits by video: a door for the person, one for whoever sees them. */
export const videoRows = {
  myVideoVisit: endpoint({
    method: 'GET',
    path: '/api/me/visits/:id/video',
    action: 'own.video',
    summary: 'A video visit of mine: when its door opens, whom I meet',
    params: byId,
    body: null,
    reply: VideoVisit,
    perMinute: 60,
  }),
  myVideoCall: endpoint({
    method: 'POST',
    path: '/api/me/visits/:id/video',
    action: 'own.video',
    summary: 'I am at my video visit: how the room stands, and what the two browsers tell each other',
    params: byId,
    body: VideoCall,
    reply: VideoRoom,
    perMinute: 600,
  }),
  videoVisit: endpoint({
    method: 'GET',
    path: '/api/visits/:id/video',
    action: 'visit.video',
    summary: 'A video visit of somebody whom I see: when its door opens, whom I meet',
    params: byId,
    body: null,
    reply: VideoVisit,
    perMinute: 60,
  }),
  videoCall: endpoint({
    method: 'POST',
    path: '/api/visits/:id/video',
    action: 'visit.video',
    summary: 'I am at this video visit: how the room stands, and what the two browsers tell each other',
    params: byId,
    body: VideoCall,
    reply: VideoRoom,
    perMinute: 600,
  }),
  admitToVideo: endpoint({
    method: 'POST',
    path: '/api/visits/:id/video/admit',
    action: 'visit.video',
    summary: 'Let the person in from the waiting room',
    params: byId,
    body: z.object({ meeting: Uuid }),
    reply: done,
    perMinute: 60,
  }),
  endVideo: endpoint({
    method: 'POST',
    path: '/api/visits/:id/video/end',
    action: 'visit.video',
    summary: 'End the visit by video; what the browsers told each other is forgotten',
    params: byId,
    body: z.object({ meeting: Uuid }),
    reply: done,
    perMinute: 60,
  }),
} as const
