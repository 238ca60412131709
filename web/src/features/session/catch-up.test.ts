import { describe, expect, it } from 'vitest'
import { caughtUp, comingIn } from './catch-up.ts'
import { advance } from './machine.ts'
import { prescribed, prescription } from './session-fixture.ts'
import { toFirst } from './flow.ts'
import { beginSession, type SessionState } from './state.ts'

const clock = (ms: number) => ({ ms, iso: new Date(Date.UTC(2026, 10, 22) + ms).toISOString() })

/** One second into the first set, by the timer: four repetitions of five seconds. */
function working(): SessionState {
  const begun = beginSession('s', prescription([prescribed('squat')]), clock(0))
  let state: SessionState = { ...toFirst(begun), lastTick: 0 }
  let ms = 0
  while (state.phase.name !== 'work') state = advance(state, { type: 'tick' }, clock((ms += 100)))
  return advance(state, { type: 'tick' }, clock(ms + 1000))
}

/** What the page sounds when it is looked at. */
function heardUntil(state: SessionState, ms: number) {
  const from = state.lastTick ?? 0
  const heard: [number, string][] = []
  let now = state
  for (let at = from + 100; at <= from + ms; at += 100) {
    const next = advance(now, { type: 'tick' }, clock(at))
    if (next.sound.seq !== now.sound.seq) heard.push([at - from, next.sound.kind])
    now = next
  }
  return { heard, now }
}

describe('a session on a page that nobody looks at', () => {
  it('foresees what it would sound, at the same times', () => {
    const state = working()
    const { heard } = heardUntil(state, 60_000)
    const coming = comingIn(state, clock(state.lastTick ?? 0)).filter(({ sound }) => sound !== 'none')
    expect(heard.length).toBeGreaterThan(8)
    for (const [index, [at, sound]] of heard.entries()) {
      expect(coming[index]?.sound).toBe(sound)
      expect(Math.abs((coming[index]?.inMs ?? 0) - at)).toBeLessThanOrEqual(150)
    }
  })

  it('foresees nothing of what a camera will see, and nothing while it is paused', () => {
    const state = working()
    expect(comingIn({ ...state, camera: 'on' }, clock(state.lastTick ?? 0))).toEqual([])
    expect(comingIn({ ...state, pause: 'person' }, clock(state.lastTick ?? 0))).toEqual([])
  })

  it('counts the time in which its sounds went on by themselves, as if the page had been looked at', () => {
    const state = working()
    const woken = caughtUp(state, clock((state.lastTick ?? 0) + 60_000), 60)
    const { now } = heardUntil(state, 60_000)
    expect(woken.pause).toBeNull()
    expect(woken.phase.name).toBe(now.phase.name)
    expect(woken.sets).toEqual(now.sets)
  })

  it.each([
    ['nothing was planned', null],
    ['the device held its sound back', 3],
  ])('pauses where %s: nobody was led', (_, heard) => {
    const state = working()
    const woken = caughtUp(state, clock((state.lastTick ?? 0) + 60_000), heard)
    expect(woken.pause).toBe('away')
    expect(woken.bout.done).toBe(state.bout.done)
  })
})
