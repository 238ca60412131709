import { describe, expect, test } from 'vitest'
import { FaultWatch } from './faults.ts'
import type { FaultRule } from '../movement.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { film, type Posture, repetitions } from '../testing/person.ts'
import { only, track } from '../testing/track.ts'

const watch = (rules: readonly FaultRule[], value: (t: number) => number, seconds: number, fps = 30) => {
  const faults = new FaultWatch(rules)
  const said = Array.from({ length: seconds * fps }, (_, i) =>
    faults.next(i / fps, 'front', () => ({ value: value(i / fps), speed: 0, confidence: 0.9 })),
  ).flatMap((one) => one ?? [])
  return { said, counts: faults.counts }
}

describe('FaultWatch', () => {
  test('a fault must last before it is one', () => {
    expect(watch([rule({})], (t) => (t % 1 < 0.3 ? 20 : 0), 5).counts).toEqual([])
    expect(watch([rule({})], (t) => (t % 1 < 0.6 ? 20 : 0), 5).counts).toEqual([{ id: 'leaning', count: 5 }])
  })

  test('one presence counts once, and is said once in a while', () => {
    const { said, counts } = watch([rule({})], () => -20, 9)
    expect(counts).toEqual([{ id: 'leaning', count: 1 }])
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ fault: 'leaning', cue: 'leaning', confidence: 0.9 })
    expect(said[0]?.magnitude).toBeCloseTo(8 / 12, 6)
  })

  test('one correction at a time, the first rule first', () => {
    const { said } = watch([rule({ id: 'a' }), rule({ id: 'b' })], () => 20, 12)
    expect(said.map((one) => one.fault)).toEqual(['a', 'b', 'a'])
  })

  test.each<[FaultRule['when'], number, number]>([
    ['above', 13, 11],
    ['below', 11, 13],
    ['aboveAbs', -13, 11],
  ])('%s', (when, broken, kept) => {
    expect(watch([rule({ when })], () => broken, 2).counts).toHaveLength(1)
    expect(watch([rule({ when })], () => kept, 2).counts).toHaveLength(0)
  })

  test('a signal that abstains breaks nothing and mends nothing', () => {
    expect(watch([rule({})], () => Number.NaN, 3).counts).toEqual([])
  })

  test('a gap in time drops the evidence', () => {
    const faults = new FaultWatch([rule({})])
    const broken = () => ({ value: 20, speed: 0, confidence: 1 })
    faults.next(0, 'front', broken)
    expect(faults.next(2, 'front', broken)).toBeNull()
    expect(faults.counts).toEqual([])
  })

  test('another view is silence', () => {
    const faults = new FaultWatch([rule({})])
    for (let i = 0; i < 60; i++) faults.next(i / 30, 'side', () => ({ value: 20, speed: 0, confidence: 1 }))
    expect(faults.counts).toEqual([])
  })
})

describe('faults through the tracker', () => {
  const turning = { ...MOVEMENTS.rotation, faults: [rule({})] }
  const turn = (t: number): Posture => ({ flexL: 90, flexR: 90, turn: 40 * repetitions(t, 4, 3) })

  test('a lean instead of a turn is corrected although the turn is withheld', () => {
    const { events, summary } = track(
      turning,
      film(14, 30, (t) => ({ ...turn(t), bend: 20 * repetitions(t, 4, 3) })),
    )
    expect(only(events, 'fault')[0]).toMatchObject({ fault: 'leaning', cue: 'leaning' })
    expect(summary.faults[0]?.count).toBeGreaterThan(2)
  })

  test('a clean set brings no correction', () => {
    expect(track(turning, film(14, 30, turn)).summary.faults).toEqual([])
  })

  test('a resting posture is no fault', () => {
    const squat = {
      ...MOVEMENTS.squat,
      faults: [rule({ signal: 'trunk_inclination', when: 'above', threshold: 10, views: ['side'] })],
    }
    expect(
      track(
        squat,
        film(6, 30, () => ({ yaw: 90, lean: 15 })),
      ).summary.faults,
    ).toEqual([])
    const down = film(12, 30, (t) => ({ yaw: 90, lean: 15, knee: 90 * repetitions(t, 3, 3) }))
    expect(track(squat, down).summary.faults[0]?.count).toBe(3)
  })

  test('knee faults of a squat stay silent from the front', () => {
    const squat = {
      ...MOVEMENTS.squat,
      faults: [rule({ signal: 'knee_flexion', when: 'above', threshold: 20, views: ['side'] })],
    }
    const frames = film(12, 30, (t) => ({ knee: 90 * repetitions(t, 3, 3) }))
    const { events, summary } = track(squat, frames)
    expect([summary.reps.total, summary.faults, only(events, 'fault')]).toEqual([3, [], []])
  })

  test('rushing and short range', () => {
    const rules = [
      rule({ id: 'rushing', signal: 'shoulder_abduction', when: 'fasterThan', threshold: 200, seconds: 0.1 }),
      rule({ id: 'short', signal: 'shoulder_abduction', when: 'shortRange', threshold: 0.6 }),
    ]
    const arms = { ...MOVEMENTS.abduction, faults: rules }
    const set = (height: number, period: number) =>
      film(2 + 3 * period, 30, (t) => {
        const out = 4 + height * repetitions(t, 3, period)
        return { abductL: out, abductR: out }
      })
    const options = { targetRange: { min: 110, max: 150 } }
    expect(track(arms, set(130, 1.4), options).summary.faults.map((one) => one.id)).toEqual(['rushing'])
    expect(track(arms, set(50, 4), options).summary.faults).toEqual([{ id: 'short', count: 3 }])
    expect(track(arms, set(130, 4), options).summary.faults).toEqual([])
  })
})
