import { describe, expect, test } from 'vitest'
import { breathing, type Breath } from '../testing/breath.ts'
import { runTest, wordsOf } from '../testing/run-test.ts'
import { SPECS, specOf } from '../testing/test-specs.ts'
import { filmed } from '../testing/test-films.ts'

const film = (over: Partial<Breath>) =>
  breathing({ rate: 15, rise: 9, noise: 1, seconds: 45, fps: 15, ...over })

describe('breathing as a test', () => {
  test('tells the rate after half a minute, within its error', () => {
    const run = runTest(SPECS.breaths, film({}))
    expect(run.result.best).toBeCloseTo(15, 0)
    expect(run.result.error).toBe(2)
    expect(run.result.advice).toBe('none')
    expect(run.state.ended).toBe('complete')
  })

  test.each([
    [22, 'ask'],
    [27, 'repeat'],
    [6.5, 'repeat'],
  ] as const)('%s a minute: %s', (rate, advice) => {
    const run = runTest(
      { ...SPECS.breaths, protocol: { ...SPECS.breaths.protocol, seconds: 60 } },
      film({ rate, rise: 11, seconds: 75 }),
    )
    expect(run.result.best ?? 0).toBeCloseTo(rate, 0)
    expect(run.result.advice).toBe(advice)
  })

  test('no breath to be seen: says that it is unclear, tells nothing', () => {
    const run = runTest(SPECS.breaths, film({ rise: 0, seconds: 90, noise: 2 }))
    expect(wordsOf(run.events).at(-2)).toBe('not accepted: unclear')
    expect(run.result).toMatchObject({ best: null, advice: 'none' })
  })

  test('moving about: asks to hold still, tells nothing', () => {
    const run = runTest(
      SPECS.breaths,
      film({ seconds: 90, posture: (t) => ({ aside: 0.15 * Math.floor(t / 12) }) }),
    )
    expect(wordsOf(run.events)).toContain('not accepted: moved')
    expect(run.result.best).toBeNull()
  })
})

describe('how a breath is shared out', () => {
  const spec = specOf(
    {
      ...SPECS.breaths.protocol,
      kind: 'breathing-pattern',
      unit: 'ratio',
      trend: true,
      needs: ['shoulders', 'arms'],
      limits: null,
    },
    { bands: [], sideDifference: null, error: 0.5 },
  )
  const frames = (chest: number, belly: number) =>
    filmed({
      stance: 'seated',
      seconds: 50,
      fps: 15,
      flaws: { noise: 0.001 },
      posture: (t) => {
        const breath = (1 - Math.cos((t * 2 * Math.PI * 15) / 60)) / 2
        return {
          armL: { shrug: breath, flexion: 40 + chest * breath, abduction: -10, elbow: 110 },
          armR: { shrug: breath, flexion: 5 + belly * breath, abduction: -10, elbow: 90 },
        }
      },
    }).frames

  test('more at the chest than twice the belly, with rising shoulders', () => {
    const { result } = runTest(spec, frames(4, 0))
    expect(result.best ?? 0).toBeGreaterThan(2)
    expect(result.detail['chestDominant']).toBe(true)
    expect(result.trend).toBe(true)
  })

  test('not where the belly moves as much', () => {
    const { result } = runTest(spec, frames(1, 6))
    expect(result.best ?? 99).toBeLessThan(2)
    expect(result.detail['chestDominant']).toBe(false)
  })
})
