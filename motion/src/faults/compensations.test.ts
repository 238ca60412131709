import { describe, expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { minimumJerk } from '../person/posture.ts'
import { normal, random } from '../person/random.ts'
import { only, track } from '../testing/track.ts'

const faultsOf = (movement: Movement, frames: readonly Frame[], options = {}) =>
  track(movement, frames, options).summary.faults.map(({ id, count }) => ({ id, count }))

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

  test.each([0, 1, 2])('a clean set with a trembling picture brings no correction (seed %s)', (seed) => {
    const noise = normal(random(seed), 0.006)
    expect(faultsOf(turning, film(14, 30, turn, { noise }))).toEqual([])
  })

  test('a resting posture is no fault', () => {
    const squat = {
      ...MOVEMENTS.squat,
      faults: [rule({ signal: 'trunk_inclination', when: 'above', threshold: 10, views: ['side'] })],
    }
    expect(
      faultsOf(
        squat,
        film(6, 30, () => ({ yaw: 90, lean: 15 })),
      ),
    ).toEqual([])
    const down = film(12, 30, (t) => {
      const out = repetitions(t, 3, 3)
      return { yaw: 90, lean: 25 * out, knee: 90 * out }
    })
    expect(faultsOf(squat, down)).toEqual([{ id: 'leaning', count: 3 }])
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

  test('a view that the table states no error for is no ground for a correction, even where a rule allows it', () => {
    const squat = {
      ...MOVEMENTS.squat,
      faults: [rule({ signal: 'knee_flexion', when: 'above', threshold: 5, views: ['front'] })],
    }
    expect(
      faultsOf(
        squat,
        film(12, 30, (t) => ({ knee: 90 * repetitions(t, 3, 3) })),
      ),
    ).toEqual([])
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
    expect(faultsOf(arms, set(130, 1.4), options).map((one) => one.id)).toEqual(['rushing'])
    expect(faultsOf(arms, set(50, 4), options)).toEqual([{ id: 'short', count: 3 }])
    expect(faultsOf(arms, set(130, 4), options)).toEqual([])
  })

  test('a quick way back is told from a quick way out', () => {
    const quick = (phase: 'out' | 'back') => ({
      ...MOVEMENTS.abduction,
      faults: [
        rule({ signal: 'shoulder_abduction', when: 'fasterThan', threshold: 150, seconds: 0.15, phase }),
      ],
    })
    // Up in two seconds, down in three quarters of one.
    const at = (t: number): number =>
      t < 2 ? 1 - Math.cos((Math.PI * t) / 2) : 1 + Math.cos((Math.PI * (t - 2)) / 0.75)
    const frames = film(14, 30, (t) => {
      const since = (t - 2) % 4
      const out = 4 + (t < 2 || since > 2.75 ? 0 : 65 * at(since))
      return { abductL: out, abductR: out }
    })
    expect(faultsOf(quick('back'), frames)).toEqual([{ id: 'leaning', count: 3 }])
    expect(faultsOf(quick('out'), frames)).toEqual([])
  })

  describe('the tempo of repetitions', () => {
    const tempo = (phase?: 'out' | 'back') => ({
      ...MOVEMENTS.abduction,
      faults: [rule({ signal: 'shoulder_abduction', when: 'quickerThan', threshold: 0.55, phase })],
    })
    /** Up and down in so many seconds each, every three seconds; the arms stay down in between. */
    const set = (up: number, down: number, reps: number, fps = 30) =>
      film(3 * reps + 2, fps, (t) => {
        const since = (t - 1) % 3
        const at = since < up ? since / up : Math.max(0, 1 - (since - up) / down)
        const out = t < 1 || t > 3 * reps + 1 ? 4 : 4 + 120 * minimumJerk(at)
        return { abductL: out, abductR: out }
      })

    test.each([
      ['out', 0.5, 1.4],
      ['back', 1.4, 0.5],
    ] as const)('a quick way %s is told from the third in a row', (phase, up, down) => {
      const other = phase === 'out' ? 'back' : 'out'
      expect(faultsOf(tempo(phase), set(up, down, 5))).toEqual([{ id: 'leaning', count: 3 }])
      expect(faultsOf(tempo(), set(up, down, 5))).toEqual([{ id: 'leaning', count: 3 }])
      expect(faultsOf(tempo(other), set(up, down, 5))).toEqual([])
      expect(faultsOf(tempo(phase), set(up, down, 2))).toEqual([])
    })

    test.each([10, 15, 30, 60])('calm repetitions are never called quick at %s pictures a second', (fps) => {
      expect(faultsOf(tempo(), set(1.2, 1.2, 5, fps))).toEqual([])
    })
  })

  test('what was said and is done right for a whole repetition is told', () => {
    const frames = film(20, 30, (t) => ({
      ...turn(t),
      turn: 40 * repetitions(t, 6, 3),
      bend: t < 8 ? 20 * repetitions(t, 2, 3) : 0,
    }))
    const { events } = track(turning, frames)
    const said = events.filter((one) => one.type === 'fault' || one.type === 'fault-mended')
    expect(said.map((one) => one.type)).toEqual(['fault', 'fault-mended'])
    expect(said[1]?.t).toBeGreaterThan(8)
    expect(said[1]?.t).toBeLessThan(12)
  })
})

describe('never a correction to somebody who is not seen', () => {
  const bending = { ...MOVEMENTS.rotation, needs: [], faults: [rule({ threshold: 8 })] } satisfies Movement
  const leaning = (t: number): Posture => ({
    flexL: 90,
    flexR: 90,
    turn: 40 * repetitions(t, 4, 3),
    bend: t > 2 ? 20 : 0,
  })

  test('while the landmarks of the signal are hidden', () => {
    const seen = { hipL: 0.2, hipR: 0.2, shoulderL: 0.2, shoulderR: 0.2 }
    expect(only(track(bending, film(14, 30, leaning)).events, 'fault').length).toBeGreaterThan(0)
    const { events } = track(bending, film(14, 30, leaning, { visibility: seen }))
    expect(events.filter((one) => one.type === 'fault' || one.type === 'fault-mended')).toEqual([])
  })

  test('before the person has been seen at rest, where the limit counts from there', () => {
    const moving = film(9, 30, (t) => ({ ...leaning(t + 2), aside: 0.1 * Math.sin(5 * t), bend: 20 }))
    expect(only(track(bending, moving).events, 'fault')).toEqual([])
  })

  test('after they have left', () => {
    const gone = film(14, 30, (t) => (t > 3 && t < 13 ? null : leaning(t)))
    expect(only(track(bending, gone).events, 'fault').filter(({ t }) => t > 3.5 && t < 13.3)).toEqual([])
  })
})
