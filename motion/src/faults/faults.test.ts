import { describe, expect, test } from 'vitest'
import type { FaultRule } from '../movement.ts'
import { rule } from '../testing/movements.ts'
import type { FaultInput } from './evidence.ts'
import { FaultWatch, type Moment } from './faults.ts'

const FPS = 30
const input = (value: number, over: Partial<FaultInput> = {}): FaultInput => ({
  value,
  speed: 0,
  sight: 0.9,
  error: 4,
  allowed: 4,
  ...over,
})
const moment = (t: number, over: Partial<Moment> = {}): Moment => ({
  t,
  view: 'front',
  phase: 'any',
  repeats: false,
  ...over,
})

const watch = (rules: readonly FaultRule[], value: (t: number) => number, seconds: number) => {
  const faults = new FaultWatch(rules)
  const said = Array.from({ length: seconds * FPS }, (_, i) =>
    faults.next(moment(i / FPS), () => input(value(i / FPS))),
  ).flatMap((one) => one ?? [])
  return { faults, said, counts: faults.counts.map(({ id, count }) => ({ id, count })) }
}

/** Repetitions of two seconds; `value` of the time within and the number of the repetition. */
const repeat = (
  rules: readonly FaultRule[],
  reps: number,
  value: (at: number, rep: number) => number,
  sight: (rep: number) => number = () => 0.9,
) => {
  const faults = new FaultWatch(rules)
  const said: string[] = []
  const mended: [string, number][] = []
  for (let rep = 0; rep < reps; rep++) {
    for (let i = 0; i < 2 * FPS; i++) {
      const at = i / FPS
      const t = rep * 3 + at
      if (i === FPS) faults.repetition({ t, view: 'front', sight: 0.9 }, 1)
      const one = faults.next(moment(t, { phase: at < 1 ? 'out' : 'back', repeats: true }), () =>
        input(value(at, rep), { sight: sight(rep) }),
      )
      if (one !== null) said.push(`${one.fault} ${rep} ${one.share?.toFixed(2)}`)
      for (const { fault } of faults.mended()) mended.push([fault, rep])
    }
    faults.rest(rep * 3 + 2)
    faults.rest(rep * 3 + 2.5)
    for (const { fault } of faults.mended()) mended.push([fault, rep])
  }
  return { faults, said, mended, counts: faults.counts }
}

describe('FaultWatch', () => {
  test('a fault must last before it is one', () => {
    expect(watch([rule({})], (t) => (t % 1 < 0.3 ? 20 : 0), 5).counts).toEqual([])
    expect(watch([rule({})], (t) => (t % 1 < 0.6 ? 20 : 0), 5).counts).toEqual([{ id: 'leaning', count: 5 }])
  })

  test('one presence counts once, and is said once in a while with how much, how long and how sure', () => {
    const { said, counts, faults } = watch([rule({})], () => -20, 9)
    expect(counts).toEqual([{ id: 'leaning', count: 1 }])
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ fault: 'leaning', cue: 'leaning', confidence: 0.9, share: null })
    expect(said[0]?.magnitude).toBeCloseTo(8 / 12, 6)
    expect(said[0]?.seconds).toBeCloseTo(0.4, 1)
    expect(faults.counts[0]?.seconds).toBeCloseTo(9, 0)
    expect(faults.counts[0]?.magnitude).toBeCloseTo(8 / 12, 6)
  })

  test('one correction at a time, the first rule first', () => {
    const { said } = watch([rule({ id: 'a', cue: 'a' }), rule({ id: 'b', cue: 'b' })], () => 20, 12)
    expect(said.map((one) => one.fault)).toEqual(['a', 'b', 'a'])
  })

  test('of two rules with one cue the one that is broken most is said, and the cue not twice', () => {
    const rules = [rule({ id: 'a', threshold: 12 }), rule({ id: 'b', threshold: 5 })]
    expect(watch(rules, () => 14, 9).said.map((one) => one.fault)).toEqual(['b'])
  })

  test('a signal that abstains breaks nothing and mends nothing', () => {
    expect(watch([rule({})], () => Number.NaN, 3).counts).toEqual([])
  })

  test('a short gap in sight is bridged, a longer one is not', () => {
    const hidden = (gap: number) => (t: number) => (t > 0.2 && t < 0.2 + gap ? Number.NaN : 20)
    expect(watch([rule({ seconds: 0.9 })], hidden(0.3), 1).counts).toHaveLength(1)
    expect(watch([rule({ seconds: 0.9 })], hidden(0.7), 1).counts).toHaveLength(0)
  })

  test('a gap in time drops the evidence', () => {
    const faults = new FaultWatch([rule({})])
    faults.next(moment(0), () => input(20))
    expect(faults.next(moment(2), () => input(20))).toBeNull()
    expect(faults.counts).toEqual([])
  })

  test('another view is silence, unless depth is measured', () => {
    const from = (anyView: boolean) => {
      const faults = new FaultWatch([rule({})])
      for (let i = 0; i < 60; i++)
        faults.next(moment(i / FPS, { view: 'side', anyView: () => anyView }), () => input(20))
      return faults.counts.length
    }
    expect([from(false), from(true)]).toEqual([0, 1])
  })

  test('a rule is judged in its own phase alone', () => {
    const found = (phase: FaultRule['phase']) =>
      repeat([rule({ phase })], 1, (at) => (at < 1 ? 0 : 20)).counts.length
    expect([found('back'), found('out'), found('hold'), found(undefined)]).toEqual([1, 0, 0, 1])
  })
})

describe('faults in repetitions', () => {
  test('count once in each, however often they come and go in it', () => {
    const flicker = (at: number) => (at % 0.6 < 0.5 ? 20 : 0)
    expect(repeat([rule({})], 4, flicker).counts[0]).toMatchObject({ count: 4, share: 1 })
  })

  test('say in which share of the repetitions they were', () => {
    const every2nd = (_: number, rep: number) => (rep % 2 === 0 ? 20 : 0)
    const { counts, said } = repeat([rule({})], 8, every2nd)
    expect(counts[0]).toMatchObject({ count: 4, share: 0.5 })
    expect(said).toEqual(['leaning 0 1.00', 'leaning 4 0.60'])
  })

  test('that were said and then stay away for a repetition are mended, once', () => {
    const { mended } = repeat([rule({})], 5, (_, rep) => (rep < 2 ? 20 : 0))
    expect(mended).toEqual([['leaning', 2]])
  })

  test('that nobody heard of are not praised away', () => {
    const rules = [rule({ id: 'a', cue: 'a' }), rule({ id: 'b', cue: 'b' })]
    const { said, mended } = repeat(rules, 3, (_, rep) => (rep < 1 ? 20 : 0))
    expect([said, mended]).toEqual([['a 0 1.00'], [['a', 1]]])
  })

  test('are not mended by a repetition that was badly seen', () => {
    const { mended } = repeat(
      [rule({})],
      4,
      (_, rep) => (rep < 1 ? 20 : 0),
      (rep) => (rep === 1 ? 0.2 : 0.9),
    )
    expect(mended).toEqual([['leaning', 2]])
  })

  test('short range is judged on whole repetitions', () => {
    const faults = new FaultWatch([rule({ when: 'shortRange', threshold: 0.6 })])
    expect(faults.repetition({ t: 1, view: 'front', sight: 1 }, 0.9)).toBeNull()
    expect(faults.repetition({ t: 3, view: 'front', sight: 1 }, Number.NaN)).toBeNull()
    expect(faults.repetition({ t: 5, view: 'side', sight: 1 }, 0.3)).toBeNull()
    expect(faults.repetition({ t: 7, view: 'front', sight: 1 }, 0.3)).toMatchObject({
      magnitude: 0.5,
      share: 0.25,
    })
    faults.repetition({ t: 9, view: 'front', sight: 1 }, 0.9)
    faults.repetition({ t: 11, view: 'front', sight: 1 }, 0.9)
    expect(faults.mended()).toEqual([{ fault: 'leaning', cue: 'leaning' }])
  })

  test('a quick way is judged in its own phase alone, once a repetition, and with the doubt of the camera', () => {
    const faults = new FaultWatch([rule({ when: 'quickerThan', threshold: 0.6, phase: 'back' })])
    const seen = (t: number) => ({ t, view: 'front' as const, sight: 1 })
    faults.repetition(seen(1), 1)
    expect(faults.way(seen(1), { phase: 'out', seconds: 0.2 })).toBeNull()
    expect(faults.way(seen(2), { phase: 'back', seconds: 0.7 })).toBeNull()
    expect(faults.way({ ...seen(2), view: 'side' }, { phase: 'back', seconds: 0.2 })).toBeNull()
    expect(faults.way({ ...seen(2), sight: 0.4 }, { phase: 'back', seconds: 0.2 })).toBeNull()
    const said = faults.way(seen(3), { phase: 'back', seconds: 0.3 })
    expect(said).toMatchObject({ fault: 'leaning', magnitude: 0.5, share: 1 })
    faults.way(seen(4), { phase: 'back', seconds: 0.3 })
    expect(faults.counts[0]?.count).toBe(1)
  })

  test('after somebody was lost the row of quick ways begins anew', () => {
    const faults = new FaultWatch([rule({ when: 'quickerThan', threshold: 0.6 })])
    const quick = () =>
      faults.tempo.told(
        {
          start: 0,
          peak: 1,
          end: 1,
          height: 9,
          low: 0,
          holdSeconds: 0,
          outSeconds: 0.3,
          backSeconds: null,
          partial: false,
        },
        0.03,
      ).length
    expect([quick(), quick(), quick()]).toEqual([0, 0, 1])
    faults.silence()
    expect(quick()).toBe(0)
  })

  test('a short range that was badly seen is no fault', () => {
    const faults = new FaultWatch([rule({ when: 'shortRange', threshold: 0.6 })])
    expect(faults.repetition({ t: 1, view: 'front', sight: 0.4 }, 0.3)).toBeNull()
    expect(faults.counts).toEqual([])
  })
})

test('in a hold a fault that was said is mended by some clean seconds', () => {
  const faults = new FaultWatch([rule({})])
  const mended: number[] = []
  for (let i = 0; i < 12 * FPS; i++) {
    faults.next(moment(i / FPS, { phase: 'hold' }), () => input(i < 2 * FPS ? 20 : 0))
    if (faults.mended().length > 0) mended.push(i / FPS)
  }
  expect(mended).toHaveLength(1)
  expect(mended[0]).toBeCloseTo(6, 0)
})
