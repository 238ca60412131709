import { describe, expect, it } from 'vitest'
import { type DoorVisit, doorOf, doorTimes, isThere } from './door.ts'
import { Said } from './said.ts'
import { DESCRIPTION_LENGTH, Signal, VideoCall } from './signal.ts'

const visit: DoorVisit = {
  kind: 'video',
  state: 'booked',
  starts: '2026-11-23T10:00:00.000Z',
  ends: '2026-11-23T10:30:00.000Z',
}

describe('the door of a video visit', () => {
  it.each([
    ['2026-11-23T09:44:59.999Z', 'early'],
    ['2026-11-23T09:45:00.000Z', 'open'],
    ['2026-11-23T11:30:00.000Z', 'open'],
    ['2026-11-23T11:30:00.001Z', 'over'],
  ] as const)('at %s is %s', (now, door) => expect(doorOf(visit, now)).toBe(door))

  it.each(['booked', 'arrived', 'in-progress'] as const)('is there while a visit is %s', (state) =>
    expect(doorOf({ ...visit, state }, visit.starts)).toBe('open'),
  )
  it.each(['held', 'done', 'no-show', 'cancelled'] as const)('is none while a visit is %s', (state) =>
    expect(doorOf({ ...visit, state }, visit.starts)).toBe('none'),
  )
  it.each(['evaluation', 'treatment', 'class'] as const)('is none for a visit of kind %s', (kind) =>
    expect(doorOf({ ...visit, kind }, visit.starts)).toBe('none'),
  )
  it('stays shut where a time cannot be read', () =>
    expect(doorOf({ ...visit, starts: 'soon', ends: 'late' }, visit.starts)).not.toBe('open'))

  it('says when it opens and closes', () =>
    expect(doorTimes(visit)).toEqual({
      opens: '2026-11-23T09:45:00.000Z',
      closes: '2026-11-23T11:30:00.000Z',
    }))
})

it('somebody counts as there for 75 seconds', () => {
  const at = '2026-11-23T10:00:00.000Z'
  expect(isThere(at, '2026-11-23T10:01:15.000Z')).toBe(true)
  expect(isThere(at, '2026-11-23T10:01:15.001Z')).toBe(false)
  expect(isThere(null, at)).toBe(false)
})

describe('a signal', () => {
  const id = '00000000-0000-7000-8000-000000000001'
  const offer = (sdp: string) => Signal.safeParse({ kind: 'offer', sdp }).success
  it('is a description of a size that browsers write, and nothing else', () => {
    expect(offer('v=0\r\no=- 1')).toBe(true)
    expect(offer('My back hurts')).toBe(false)
    expect(offer(`v=0\n${'x'.repeat(DESCRIPTION_LENGTH)}`)).toBe(false)
    expect(Signal.safeParse({ kind: 'chat', words: 'hello' }).success).toBe(false)
  })
  it('comes with at most forty others', () => {
    const signal = { kind: 'candidate', candidate: '', mid: '0', line: 0, fragment: null }
    const call = (n: number) =>
      VideoCall.safeParse({
        meeting: id,
        enter: true,
        to: id,
        after: 0,
        signals: Array.from({ length: n }, () => signal),
      })
    expect(call(40).success).toBe(true)
    expect(call(41).success).toBe(false)
  })
})

it('what one page says to the other has bounds', () => {
  expect(Said.safeParse({ kind: 'chat', words: 'x'.repeat(1000) }).success).toBe(true)
  expect(Said.safeParse({ kind: 'chat', words: 'x'.repeat(1001) }).success).toBe(false)
  expect(Said.safeParse({ kind: 'chat', words: '' }).success).toBe(false)
  expect(
    Said.safeParse({ kind: 'figure', shown: { exerciseId: 'cat-cow', moment: 'sideways' } }).success,
  ).toBe(false)
})
