import type { DailyOffer } from '@dorsal/care'
import { expect, it } from 'vitest'
import { comingOf } from '../../lib/ahead.ts'
import { offer } from './offer-fixture.ts'
import { advance } from './timer-machine.ts'
import { newTimer, type TimerState } from './timer-state.ts'

const WALL = Date.parse('2026-11-22T10:00:00Z')
/** Between two calls of a pack that is over. */
const COMPARED_MS = 850_000
/** How often the page lets time pass while it is looked at; an open question may come two of these later. */
const PAGE_MS = 200
const at = (ms: number) => ({ mono: 1000 + ms, wall: WALL + ms })

function begun(kind: DailyOffer['kind']): TimerState {
  const pack = kind === 'heat'
  const steps = [
    { id: 'begin', text: 'Begin', seconds: 20 },
    { id: 'main', text: 'Main', seconds: null },
  ]
  const given = offer(kind, { minutes: [10], usual: 10, steps })
  const state = { ...newTimer('00000000-0000-4000-8000-000000000001', given), confirmed: pack ? true : null }
  return advance(state, { type: 'start' }, at(0))
}

const tick = (state: TimerState, ms: number) => advance(state, { type: 'tick' }, at(ms))
const coming = (state: TimerState) =>
  comingOf<TimerState['sound']['kind'], TimerState>(state, tick, 15 * 60_000).filter(
    ({ sound }) => sound !== 'none',
  )

it.each(['walk', 'breathing', 'heat'] as const)(
  'a hidden timer is foreseen to its end, as it would sound if it were looked at: %s',
  (kind) => {
    const heard: [number, string][] = []
    let state = begun(kind)
    for (let ms = PAGE_MS; ms <= COMPARED_MS; ms += PAGE_MS) {
      const next = tick(state, ms)
      if (next.sound.seq !== state.sound.seq) heard.push([ms, next.sound.kind])
      state = next
    }
    // A call that is due in the very moment of the end is made by one of the two or by the other.
    const atEnd = ({ inMs }: { inMs: number }) => kind === 'heat' && inMs === 600_000
    const foreseen = coming(begun(kind)).filter((one) => one.inMs <= COMPARED_MS && !atEnd(one))
    expect(foreseen.map(({ sound }) => sound)).toEqual(heard.map(([, sound]) => sound))
    for (const [index, [ms]] of heard.entries())
      expect(Math.abs((foreseen[index]?.inMs ?? 0) - ms)).toBeLessThanOrEqual(2 * PAGE_MS)
    const end = foreseen.find(({ inMs }) => Math.abs(inMs - 600_000) <= 50)
    expect(end?.sound).toBe(kind === 'heat' ? 'attention' : 'done')
  },
)

it('a pack that is over calls on, for some minutes', () => {
  const calls = coming(begun('heat')).filter(({ inMs }) => inMs > 600_050)
  expect(calls.length).toBeGreaterThanOrEqual(12)
})
