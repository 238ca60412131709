import type { Said } from '@dorsal/care'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { peerRoom } from './peer-room.ts'
import type { Link } from './room.ts'

class Channel extends EventTarget {
  readyState = 'open'
  bufferedAmount = 0
  sent: unknown[] = []
  send(what: unknown) {
    this.sent.push(what)
  }
}

/** A connection whose fate the test decides. */
class Connection extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new'
  signalingState = 'stable'
  restarts = 0
  closed = false
  channels: Channel[] = []
  createDataChannel() {
    const channel = new Channel()
    this.channels.push(channel)
    return channel
  }
  restartIce() {
    this.restarts += 1
  }
  close() {
    this.closed = true
  }
  become(state: RTCPeerConnectionState) {
    this.connectionState = state
    this.dispatchEvent(new Event('connectionstatechange'))
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('MediaStream', EventTarget)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function aRoom() {
  const connection = new Connection()
  const links: Link[] = []
  const said: Said[] = []
  const room = peerRoom({
    polite: false,
    visit: { iceServers: [{ urls: ['stun:x'] }], relayOnly: true },
    signalling: { tell: () => undefined, listen: () => () => undefined },
    events: {
      onPicture: () => undefined,
      onLink: (link) => links.push(link),
      onSaid: (what) => said.push(what),
      onLines: () => undefined,
    },
    make: (configuration) => {
      expect(configuration).toMatchObject({ iceTransportPolicy: 'relay', iceServers: [{ urls: ['stun:x'] }] })
      return connection as unknown as RTCPeerConnection
    },
  })
  const hear = (data: unknown): void => {
    connection.channels[0]?.dispatchEvent(Object.assign(new Event('message'), { data }))
  }
  return { room, connection, links, said, hear }
}

it('a moment’s loss heals by itself; a longer one is looked after again and again, then said plainly, until it is back', () => {
  const { room, connection, links } = aRoom()
  connection.become('connected')
  connection.become('disconnected')
  expect(links).toEqual(['together', 'lost'])
  vi.advanceTimersByTime(3_000)
  expect(connection.restarts).toBe(0)
  vi.advanceTimersByTime(2_000)
  expect(connection.restarts).toBe(1)
  vi.advanceTimersByTime(26_000)
  expect(connection.restarts).toBeGreaterThan(2)
  expect(links).toEqual(['together', 'lost', 'failed'])
  connection.become('connected')
  expect(links.at(-1)).toBe('together')
  const { restarts } = connection
  vi.advanceTimersByTime(120_000)
  expect(connection.restarts).toBe(restarts)
  expect(links.at(-1)).toBe('together')
  room.leave()
})

it('what failed is begun again at once; who has left tries nothing more', () => {
  const { room, connection, links } = aRoom()
  connection.become('connected')
  connection.become('failed')
  vi.advanceTimersByTime(0)
  expect(connection.restarts).toBe(1)
  room.leave()
  expect(connection.closed).toBe(true)
  vi.advanceTimersByTime(120_000)
  expect(connection.restarts).toBe(1)
  expect(links).toEqual(['together', 'lost'])
})

it('hears only what is of the kinds that there are', () => {
  const { room, said, hear } = aRoom()
  for (const data of ['no json', '{"kind":"chat"}', '{"kind":"run","words":"x"}', new ArrayBuffer(4)])
    hear(data)
  hear(JSON.stringify({ kind: 'chat', words: 'Hello' }))
  expect(said).toEqual([{ kind: 'chat', words: 'Hello', warn: false }])
  room.leave()
  hear(JSON.stringify({ kind: 'chat', words: 'Late' }))
  expect(said).toHaveLength(1)
})

it('lines that would wait are dropped, and what nobody can hear is not taken for said', () => {
  const { room, connection } = aRoom()
  const [talk, lines] = connection.channels
  room.sendLines(new ArrayBuffer(198))
  if (lines) lines.bufferedAmount = 1
  room.sendLines(new ArrayBuffer(198))
  expect(lines?.sent).toHaveLength(1)
  expect(room.send({ kind: 'ended' })).toBe(true)
  if (talk) talk.readyState = 'closed'
  expect(room.send({ kind: 'ended' })).toBe(false)
  room.leave()
})
