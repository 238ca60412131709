import { expect, it } from 'vitest'
import { comingOf, type Guided, markOf, wentOtherwise } from './ahead.ts'

type State = Guided<'count' | 'none'> & { ms: number }
const START: State = { ms: 0, said: { seq: 4 }, sound: { seq: 7, kind: 'none' } }

/** Sounds every 2.3 s, and says something without a sound at 5 s. */
function after(state: State, ms: number): State {
  const crossed = (mark: number) => state.ms < mark && ms >= mark
  const sounds = Math.floor(ms / 2300) - Math.floor(state.ms / 2300)
  return {
    ms,
    said: { seq: state.said.seq + (crossed(5000) ? 1 : 0) },
    sound: { seq: state.sound.seq + sounds, kind: sounds > 0 ? 'count' : state.sound.kind },
  }
}

it('foresees each sound and each line at its time, to a twentieth of a second', () => {
  expect(comingOf(START, after, 8000)).toEqual([
    { inMs: 2300, mark: 12, sound: 'count' },
    { inMs: 4600, mark: 13, sound: 'count' },
    { inMs: 5000, mark: 14, sound: 'none' },
    { inMs: 6900, mark: 15, sound: 'count' },
  ])
})

it('knows what went as foreseen, a little late too, from what somebody did', () => {
  const foreseen = { mark: markOf(START), coming: comingOf(START, after, 8000) }
  expect(wentOtherwise(foreseen, 11, 2000)).toBe(false)
  expect(wentOtherwise(foreseen, 13, 4900)).toBe(false)
  expect(wentOtherwise(foreseen, 14, 2000)).toBe(true)
  expect(wentOtherwise(foreseen, 99, 4900)).toBe(true)
})
