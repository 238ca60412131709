import { describe, expect, test } from 'vitest'
import { BodyReader } from '../body/body.ts'
import type { Movement } from '../movement.ts'
import type { Figure, Posture } from '../person/figure.ts'
import { film } from '../person/film.ts'
import { cameraFor, playSet } from '../person/play-set.ts'
import { sittingDown } from '../person/scenes.ts'
import type { Play } from '../person/script.ts'
import { shoot } from '../person/shoot.ts'
import { repetitionOf, type Told } from '../repetition/lanes.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { track } from '../testing/track.ts'
import { Companions } from './companions.ts'

const FPS = 20
const arms = (left: number, right: number): Posture => ({
  armL: { abduction: left, elbow: 10 },
  armR: { abduction: right, elbow: 10 },
})
const standing = (end: Posture): Figure => ({ stance: 'standing', start: arms(10, 10), end })

/** Both arms sideways, as the figure shows it. */
const RAISE: Movement = { ...MOVEMENTS.abduction, figure: standing(arms(100, 100)) }

/** What an exercise makes of somebody who does what another figure shows; in the camera that is set up for the exercise. */
function done(movement: Movement, figure: Figure, play: Partial<Play> = {}) {
  const set = playSet({ ...movement, figure }, { reps: 4, seed: 3, ...play })
  if (set === null || movement.figure === undefined) throw new Error('no figure')
  const camera = cameraFor(movement.figure, movement.cameraView ?? 'front')
  const film = shoot(set.scene, camera, { noise: 0.004, seed: 3 }, { fps: FPS })
  const { events, summary } = track(movement, film)
  const told = events.flatMap((event) => (event.type === 'rep' ? [event] : []))
  return { reps: summary.reps, told }
}

describe('an exercise of both arms', () => {
  test('counts at once what both do, each within 1.2 s of reaching its peak', () => {
    const { reps, told } = done(RAISE, standing(arms(100, 100)))
    expect(reps).toEqual({ total: 4, left: 0, right: 0, partial: 0 })
    for (const { t, repetition } of told) expect(t - repetition.peak).toBeLessThan(1.2)
  })

  test.each([
    ['half as far', arms(55, 55)],
    ['a third as far', arms(40, 40)],
    ['with one arm that hardly follows', arms(100, 30)],
    ['in pain, with one arm that hardly follows', arms(50, 20)],
    ['with an arm that cannot be moved', arms(100, 10)],
  ])('counts somebody who does it %s', (_how, end) => {
    expect(done(RAISE, standing(end)).reps.total).toBe(4)
  })

  test('one arm alone is no repetition until it has come thrice', () => {
    const alone = (reps: number) => done(RAISE, standing(arms(90, 10)), { reps }).reps.total
    expect([alone(1), alone(2), alone(3)]).toEqual([0, 0, 3])
  })

  test('without a figure nothing is demanded', () => {
    const { figure, ...plain } = RAISE
    if (figure === undefined) throw new Error('no figure')
    const set = playSet(RAISE, { reps: 1, seed: 3 })
    expect(set).not.toBeNull()
    const alone = playSet({ ...RAISE, figure: standing(arms(90, 10)) }, { reps: 1, seed: 3 })
    if (alone === null) throw new Error('no set')
    const film = shoot(alone.scene, cameraFor(figure, 'front'), { seed: 3 }, { fps: FPS })
    expect(track(plain, film).summary.reps.total).toBe(1)
  })

  test('an arm that is not seen raises no doubt', () => {
    const set = playSet({ ...RAISE, figure: standing(arms(90, 10)) }, { reps: 1, seed: 3 })
    if (set === null || RAISE.figure === undefined) throw new Error('no set')
    const film = shoot(set.scene, cameraFor(RAISE.figure, 'front'), { seed: 3 }, { fps: FPS })
    const hidden = film.map((frame) => ({ ...frame, image: without(frame.image), world: null }))
    expect(track({ ...RAISE, needs: ['shoulders', 'hips'] }, hidden).summary.reps.total).toBe(1)
  })
})

/** The right elbow, wrist and hand are hidden (landmarks 14, 16, 18, 20, 22). */
const without = (image: ArrayLike<number> | null): number[] =>
  Array.from(image ?? [], (value, i) =>
    i % 4 === 3 && [14, 16, 18, 20, 22].includes((i - 3) / 4) ? 0 : value,
  )

describe('a hand while the head turns', () => {
  const turned = (hand: Posture): Figure => ({
    stance: 'seated',
    start: {},
    end: { head: { turn: 60 }, ...hand },
  })
  const NECK: Movement = { ...MOVEMENTS.neckTurn, figure: turned({}) }

  test('that comes up, as when talking to somebody, makes the turn wait', () => {
    const talks = turned({ armR: { flexion: 70, elbow: 60 } })
    expect(done(NECK, turned({}), { reps: 1 }).reps.total).toBe(1)
    expect(done(NECK, talks, { reps: 1 }).reps.total).toBe(0)
  })
})

describe('a turn of the trunk with the hands held forward', () => {
  const forward = { flexion: 90 }
  const turn = (hand: Posture['armR'] = forward): Figure => ({
    stance: 'standing',
    start: { armL: forward, armR: forward },
    end: { trunk: { turn: 40 }, armL: forward, armR: hand },
  })
  const TURN: Movement = { ...MOVEMENTS.rotation, figure: turn() }
  const DROPPED = { flexion: 5, elbow: 10 }

  test('counts at once; one in which a hand leaves its place waits for its like', () => {
    expect(done(TURN, turn(), { reps: 1 }).reps.total).toBe(1)
    expect(done(TURN, turn(DROPPED), { reps: 1 }).reps.total).toBe(0)
    expect(done(TURN, turn(DROPPED), { reps: 3 }).reps.total).toBe(3)
  })

  test('counts at once when the hands sink a little as the arms tire', () => {
    expect(done(TURN, turn({ flexion: 80, elbow: 10 }), { reps: 1 }).reps.total).toBe(1)
  })
})

describe('what waits', () => {
  /** A told repetition of this height at `peak`, of both arms or of one. */
  const told = (side: 'left' | 'both', peak: number, height = 80): Told => {
    const excursion = {
      start: peak - 1,
      peak,
      end: peak + 0.2,
      height,
      low: 0,
      holdSeconds: 0,
      outSeconds: 1,
      backSeconds: null,
      partial: false,
    }
    return { side, height, excursion, repetition: repetitionOf(side, excursion) }
  }
  const peaks = (companions: Companions, one: Told): number[] =>
    companions.judge([one]).map(({ excursion }) => excursion.peak)
  /** Companions who have watched somebody stand still for half a minute: what one arm did, the other did not. */
  const watching = (): Companions => {
    const companions = new Companions(RAISE)
    const reader = new BodyReader()
    for (const frame of film(31, 10, () => ({}))) companions.look(reader.read(frame))
    return companions
  }

  test('is told with the first sure one that is like it, all of it, in the order of time', () => {
    const companions = watching()
    expect(peaks(companions, told('left', 23))).toEqual([])
    expect(peaks(companions, told('left', 26))).toEqual([])
    expect(peaks(companions, told('both', 29))).toEqual([23, 26, 29])
    expect(peaks(companions, told('left', 30.5))).toEqual([30.5])
  })

  test('is dropped when the sure one after it is another, comes too late, or is somebody else', () => {
    const after = (next: Told, forget = false): number[] => {
      const companions = watching()
      peaks(companions, told('left', 23))
      if (forget) companions.forget()
      return peaks(companions, next)
    }
    expect(after(told('both', 26, 40))).toEqual([26])
    expect(after(told('both', 39))).toEqual([39])
    expect(after(told('both', 26), true)).toEqual([26])
    expect(after(told('both', 26))).toEqual([23, 26])
  })
})

describe('a change of stance', () => {
  const SLUMP: Movement = {
    ...MOVEMENTS.squat,
    needs: ['shoulders', 'hips'],
    count: { signal: 'trunk_inclination', views: ['side'], direction: 1, minRange: 10 },
    measure: null,
    figure: { stance: 'seated', start: {}, end: { trunk: { flexion: 25 } } },
  }

  test.each([false, true])('is no repetition of leaning (getting up: %s)', (up) => {
    const camera = cameraFor({ stance: 'standing', start: {}, end: {} }, 'side')
    for (const seed of [1, 2, 3, 4, 5]) {
      const film = shoot(sittingDown(20, up, undefined, seed), camera, { noise: 0.006, seed }, { fps: 15 })
      expect([seed, track(SLUMP, film).summary.reps.total]).toEqual([seed, 0])
    }
  })

  test('leaning itself is, and getting up in an exercise of getting up', () => {
    expect(done(SLUMP, { stance: 'seated', start: {}, end: { trunk: { flexion: 15 } } }).reps.total).toBe(4)
    const sit = { legL: { flexion: 80, knee: 85 }, legR: { flexion: 80, knee: 85 } }
    const squat: Figure = { stance: 'standing', start: {}, end: sit }
    expect(done({ ...MOVEMENTS.squat, figure: squat }, squat).reps.total).toBe(4)
    const small: Figure = {
      stance: 'standing',
      start: {},
      end: { legL: { flexion: 50, knee: 60 }, legR: { flexion: 50, knee: 60 } },
    }
    expect(done({ ...MOVEMENTS.squat, figure: squat }, small).reps.total).toBe(4)
  })

  test('standing is not lying: bows before a mat are no work on it', () => {
    const bow: Figure = { stance: 'standing', start: {}, end: { trunk: { flexion: 25 } } }
    const lying: Movement = {
      ...SLUMP,
      figure: { stance: 'prone', start: {}, end: { trunk: { flexion: -15 } } },
    }
    expect(done({ ...SLUMP, figure: bow }, bow).reps.total).toBe(4)
    expect(done(lying, bow).reps.total).toBe(0)
  })
})

describe('a leg that the figure moves', () => {
  const leg = (flexion: number): Figure => ({
    stance: 'standing',
    start: arms(10, 10),
    end: { ...arms(100, 100), legL: { flexion, knee: 60 } },
  })
  const STEP: Movement = { ...MOVEMENTS.abduction, figure: leg(70) }

  test('and that stays makes it wait; one that goes a little is enough', () => {
    expect(done(STEP, leg(70), { reps: 1 }).reps.total).toBe(1)
    expect(done(STEP, leg(20), { reps: 1 }).reps.total).toBe(1)
    expect(done(STEP, standing(arms(100, 100)), { reps: 1 }).reps.total).toBe(0)
    expect(done(STEP, standing(arms(100, 100)), { reps: 3 }).reps.total).toBe(3)
  })
})
