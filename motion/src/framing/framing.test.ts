import { describe, expect, test } from 'vitest'
import type { FramingHelp } from '../events.ts'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Sketch as Posture, type Shot } from '../person/film.ts'
import { only, track } from '../testing/track.ts'
import { countPeople } from './people.ts'
import { FRAMING_RULES } from './rules.ts'

/** The sentences said while somebody stands so for three seconds. */
const said = (
  movement: Movement,
  posture: (t: number) => Posture | null,
  shot: Shot = {},
  seconds = 3,
): FramingHelp[] =>
  only(track(movement, film(seconds, 30, posture, shot)).events, 'framing').map((event) => event.framing.help)

describe('framing help', () => {
  test.each<[FramingHelp, Movement, Posture | null, Shot]>([
    ['in-view', MOVEMENTS.abduction, {}, {}],
    ['nobody', MOVEMENTS.abduction, null, {}],
    ['too-far', MOVEMENTS.sideBend, {}, { metres: 8 }],
    ['turn-to-side', MOVEMENTS.flexion, {}, {}],
    ['face-camera', MOVEMENTS.sideBend, { yaw: 90 }, {}],
    ['face-camera', MOVEMENTS.abduction, { yaw: 180 }, {}],
    ['head-cut-off', MOVEMENTS.neckTurn, {}, { metres: 1.62 }],
    ['part-hidden', MOVEMENTS.abduction, {}, { visibility: { wristL: 0.2 } }],
    ['step-right', MOVEMENTS.abduction, { aside: 1.35 }, {}],
    ['step-left', MOVEMENTS.abduction, { aside: -1.35 }, {}],
  ])('%s', (help, movement, posture, shot) => {
    expect(said(movement, () => posture, shot)).toEqual([help])
  })

  test('a squat may be counted from the front: nobody is asked to turn', () => {
    expect(said(MOVEMENTS.squat, () => ({}))).toEqual(['in-view'])
  })

  test('names the part that is missing', () => {
    const { events } = track(
      MOVEMENTS.abduction,
      film(2, 30, () => ({}), { visibility: { wristL: 0.2 } }),
    )
    expect(only(events, 'framing')[0]?.framing).toMatchObject({
      missing: ['arms'],
      usable: false,
      view: 'front',
    })
  })

  test('a wrist at the limit of visibility does not make the help flicker', () => {
    const frames = film(8, 30, () => ({})).map((frame, i) => {
      const image = Float64Array.from(frame.image ?? [])
      image[15 * 4 + 3] = i % 10 < 5 ? 0.7 : 0.3
      return { ...frame, image }
    })
    expect(only(track(MOVEMENTS.abduction, frames).events, 'framing').length).toBeLessThanOrEqual(1)
  })

  test('says again only when a reason has lasted: three reasons in turn are said once, not each time', () => {
    const frames = film(12, 30, () => ({})).map((frame, i) => {
      const image = Float64Array.from(frame.image ?? [])
      // Every half second something else: an arm hidden, all well, the feet... never long enough for a sentence of its own.
      if (Math.floor(i / 12) % 2 === 0) image[15 * 4 + 3] = 0
      return { ...frame, image }
    })
    const said = only(track(MOVEMENTS.abduction, frames).events, 'framing')
    for (const [i, event] of said.entries())
      expect(event.t - (said[i - 1]?.t ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(1)
    expect(said.length).toBeLessThanOrEqual(3)
  })

  test('says that the person has gone, and that they are back', () => {
    expect(said(MOVEMENTS.abduction, (t) => (t > 2 && t < 5 ? null : {}), {}, 8)).toEqual([
      'in-view',
      'nobody',
      'in-view',
    ])
  })
})

/** The sentences said over frames whose light and count of people are given by time. */
const saidWith = (
  sight: (t: number) => Pick<Frame, 'light' | 'people'>,
  {
    seconds = 4,
    posture = () => ({}),
    fps = 30,
  }: { seconds?: number; posture?: (t: number) => Posture | null; fps?: number } = {},
): FramingHelp[] =>
  only(
    track(
      MOVEMENTS.abduction,
      film(seconds, fps, posture).map((frame) => ({ ...frame, ...sight(frame.t) })),
    ).events,
    'framing',
  ).map((event) => event.framing.help)

describe('too dark', () => {
  test.each([10, 15, 30, 60])('is said of a dark picture at %i frames a second', (fps) => {
    expect(saidWith(() => ({ light: 0.05 }), { fps })).toEqual(['too-dark'])
  })

  test('comes before "nobody": in the dark that is the reason', () => {
    expect(saidWith(() => ({ light: 0.14 }), { posture: () => null })).toEqual(['too-dark'])
    expect(saidWith(() => ({ light: 0.4 }), { posture: () => null })).toEqual(['nobody'])
  })

  test('is not said of a dim room in which the person is seen well, nor where nobody measured', () => {
    expect(saidWith(() => ({ light: 0.14 }))).toEqual(['in-view'])
    expect(saidWith(() => ({}))).toEqual(['in-view'])
  })

  test('does not flicker at its limit', () => {
    const said = saidWith((t) => ({ light: 0.085 + 0.02 * Math.sin(12 * t) }), { seconds: 20 })
    expect(said.length).toBeLessThanOrEqual(2)
  })

  test('ends when the lamp is on', () => {
    expect(saidWith((t) => ({ light: t < 4 ? 0.04 : 0.4 }), { seconds: 8 })).toEqual(['too-dark', 'in-view'])
  })
})

describe('two people', () => {
  /** Somebody looks each `every` seconds and finds `people`. */
  const looks =
    (people: (t: number) => number, every = 2.5) =>
    (t: number): Pick<Frame, 'people'> =>
      Math.floor(t / every) === Math.floor((t - 1 / 30) / every) && t > 0 ? {} : { people: people(t) }

  test('is said after one look and stands from look to look', () => {
    expect(
      saidWith(
        looks(() => 2),
        { seconds: 12 },
      ),
    ).toEqual(['two-people'])
  })

  test('is taken back after two looks that find one', () => {
    expect(
      saidWith(
        looks((t) => (t < 5 ? 1 : t < 10 ? 2 : 1)),
        { seconds: 20 },
      ),
    ).toEqual(['in-view', 'two-people', 'in-view'])
  })

  test('looks that miss the second person twice take nothing back', () => {
    expect(
      saidWith(
        looks((t) => (t > 4 && t < 9 ? 1 : 2)),
        { seconds: 14 },
      ),
    ).toEqual(['two-people'])
  })

  test('landmarks that jump to somebody else say so without a look, and nothing is judged there', () => {
    const here = film(7, 30, () => ({}))
    const there = film(7, 30, () => ({ aside: -0.75 }), { metres: 3 })
    const frames = here.map((frame, i) => (frame.t >= 3 && frame.t < 3.97 ? (there[i] ?? frame) : frame))
    const { events } = track(MOVEMENTS.abduction, frames)
    expect(only(events, 'framing').map(({ framing }) => framing.help)).toEqual([
      'in-view',
      'two-people',
      'in-view',
    ])
    expect(events.some(({ type }) => type === 'lost')).toBe(true)
  })

  test('when both have gone nobody is there', () => {
    const said = saidWith(
      looks(() => 2),
      { seconds: 8, posture: (t) => (t > 4 ? null : {}) },
    )
    expect(said).toEqual(['two-people', 'nobody'])
  })

  test('looks that stop are forgotten: nothing is said for ever', () => {
    expect(saidWith((t) => (t < 0.1 ? { people: 2 } : {}), { seconds: 16 })).toEqual([
      'two-people',
      'in-view',
    ])
  })
})

describe('lying, kneeling and sitting', () => {
  /** Somebody on the floor: the picture turned a quarter, the head towards the left of the picture, moved by `along` widths. */
  const lying = (along: number, hide: readonly number[] = []): Frame[] =>
    film(3, 30, () => ({}), { width: 480, height: 640, metres: 2.6 }).map((frame) => {
      const upright = Array.from(frame.image ?? [])
      const image = Float64Array.from(upright)
      for (let i = 0; i < 33; i++) {
        image[i * 4] = (upright[i * 4 + 1] ?? 0) + along
        image[i * 4 + 1] = 1 - (upright[i * 4] ?? 0)
        if (hide.includes(i)) image[i * 4 + 3] = 0
      }
      return { ...frame, width: 640, height: 480, image }
    })
  const onFloor: Movement = {
    ...MOVEMENTS.stillness,
    cameraView: 'side',
    needs: ['head', 'shoulders', 'hips', 'knees'],
  }
  const helps = (movement: Movement, frames: Frame[]): FramingHelp[] =>
    only(track(movement, frames).events, 'framing').map((event) => event.framing.help)

  test('a whole body along the picture is in view', () => {
    expect(helps(onFloor, lying(0))).toEqual(['in-view'])
  })

  test('the end that is out is named, not a side to step to', () => {
    expect(helps(onFloor, lying(-0.35))).toEqual(['head-cut-off'])
    expect(helps(onFloor, lying(0.45))).toEqual(['feet-cut-off'])
  })

  test('feet that an exercise does not need may be out of view', () => {
    expect(helps({ ...onFloor, needs: ['shoulders', 'hips'] }, lying(0.3))).toEqual(['in-view'])
  })
})

describe('the table of rules', () => {
  test('every help has its row, and the last row holds always', () => {
    const all = new Set(FRAMING_RULES.map(({ help }) => help))
    expect(all.size).toBe(13)
    expect(FRAMING_RULES.at(-1)?.help).toBe('in-view')
  })
})

describe('who counts as a second person', () => {
  const at = (x: number, scale = 1): Float64Array => {
    const image = Float64Array.from(film(1, 1, () => ({}))[0]?.image ?? [])
    for (let i = 0; i < 33; i++) {
      image[i * 4] = x + ((image[i * 4] ?? 0) - 0.5) * scale
      image[i * 4 + 1] = 0.9 + ((image[i * 4 + 1] ?? 0) - 0.9) * scale
    }
    return image
  }
  test.each<[string, number, (Float64Array | null)[]]>([
    ['nobody else', 1, []],
    ['an empty look', 1, [null]],
    ['the same person found again', 1, [at(0.51)]],
    ['somebody as near', 2, [at(0.8)]],
    ['somebody far behind, to the side', 1, [at(0.85, 0.3)]],
    ['somebody behind, in the way', 2, [at(0.42, 0.4)]],
    ['two more, one of them twice', 3, [at(0.2), at(0.8), at(0.81)]],
  ])('%s: %i', (_who, people, others) => {
    expect(countPeople(at(0.5), others)).toBe(people)
  })

  test("without a person of one's own, whoever is found counts", () => {
    expect(countPeople(null, [])).toBe(0)
    expect(countPeople(null, [at(0.3), at(0.7)])).toBe(2)
  })

  test('broken landmarks are nobody', () => {
    expect(countPeople(at(0.5), [new Float64Array(132).fill(Number.NaN), new Float64Array(3)])).toBe(1)
  })
})
