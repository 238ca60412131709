import type { Signal } from '@dorsal/care'
import { expect, it } from 'vitest'
import { negotiate } from './negotiation.ts'

type Description = { type: 'offer' | 'answer'; sdp: string }

/** A connection as far as the two sides' agreement goes: what the specification says of offers, answers and taking back. */
class Connection extends EventTarget {
  signalingState: RTCSignalingState = 'stable'
  localDescription: RTCSessionDescription | null = null
  remote: string | null = null
  rolledBack = 0
  readonly #name: string
  #made = 0
  constructor(name: string) {
    super()
    this.#name = name
  }
  async setLocalDescription() {
    await Promise.resolve()
    this.#made += 1
    const type = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer'
    this.localDescription = { type, sdp: `v=0\n${this.#name} ${type} ${this.#made}` } as RTCSessionDescription
    this.signalingState = type === 'offer' ? 'have-local-offer' : 'stable'
  }
  async setRemoteDescription({ type, sdp }: Description) {
    await Promise.resolve()
    if (type === 'answer' && this.signalingState !== 'have-local-offer')
      throw new Error('no offer of ours waits')
    if (type === 'offer' && this.signalingState === 'have-local-offer') this.rolledBack += 1
    this.remote = sdp
    this.signalingState = type === 'offer' ? 'have-remote-offer' : 'stable'
  }
  async addIceCandidate() {}
  need() {
    this.dispatchEvent(new Event('negotiationneeded'))
  }
}

/** Two sides whose signals take their time, as they do over a server. */
function two() {
  const ears: Record<'a' | 'b', ((signal: Signal) => void)[]> = { a: [], b: [] }
  const told: string[] = []
  const side = (name: 'a' | 'b', polite: boolean) => {
    const other = name === 'a' ? 'b' : 'a'
    const connection = new Connection(name)
    const agreement = negotiate(connection, polite, {
      tell: (signal) => {
        told.push(`${name} ${signal.kind}`)
        setTimeout(() => {
          for (const ear of ears[other]) ear(signal)
        }, 5)
      },
      listen: (ear) => {
        ears[name].push(ear)
        return () => void (ears[name] = [])
      },
    })
    return { connection, ...agreement }
  }
  return { staff: side('a', false), person: side('b', true), told }
}
const settle = () => new Promise((done) => setTimeout(done, 60))

it('begins with one offer: the polite side waits for it', async () => {
  const { staff, person, told } = two()
  person.connection.need()
  staff.connection.need()
  await settle()
  expect(told).toEqual(['a offer', 'b answer'])
  expect([staff, person].map(({ connection }) => connection.signalingState)).toEqual(['stable', 'stable'])
})

it('where both offer at once the polite one takes its own back, and they agree', async () => {
  const { staff, person, told } = two()
  staff.connection.need()
  await settle()
  staff.connection.need()
  person.connection.need()
  await settle()
  expect(told.slice(2).sort()).toEqual(['a offer', 'b answer', 'b offer'])
  expect(person.connection.rolledBack).toBe(1)
  expect(staff.connection.rolledBack).toBe(0)
  expect(staff.connection.remote).toMatch(/^v=0\nb answer/)
  expect([staff, person].map(({ connection }) => connection.signalingState)).toEqual(['stable', 'stable'])
})

it('an offer that was lost is told once more, and one that was answered is not', async () => {
  const { staff, person, told } = two()
  await staff.connection.setLocalDescription()
  expect(staff.again()).toBe(true)
  await settle()
  expect(told).toEqual(['a offer', 'b answer'])
  expect(staff.again()).toBe(false)
  expect([staff, person].map(({ connection }) => connection.signalingState)).toEqual(['stable', 'stable'])
})

it('an answer that comes twice does no harm, and nothing is told after the end', async () => {
  const { staff, person, told } = two()
  staff.connection.need()
  await settle()
  await expect(staff.connection.setRemoteDescription({ type: 'answer', sdp: 'v=0' })).rejects.toThrow()
  staff.stop()
  staff.connection.need()
  person.connection.need()
  await settle()
  expect(told.filter((each) => each.startsWith('a')).length).toBe(1)
})
