import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Figure } from '@dorsal/motion'
import { describe, expect, test } from 'vitest'
import { BONES, emptyPlaces, placeBones } from './bones.ts'
import { handsOf } from './hands.ts'
import { aspectOf, project, viewsOf } from './lens.ts'
import { bodyAt, momentAt, type Shown, sided } from './loop.ts'
import { movingBones, pathsOf } from './movers.ts'
import { HALF } from './outline.ts'
import { extentOf, solidsOf } from './solids.ts'
import { carriedBy, framing } from './stage-set.ts'
import { stillOf } from './still.tsx'

/** The figures as they lie in the content: what is drawn is data, and all of it is drawn here. */
const FOLDER = path.resolve(import.meta.dirname, '../../../../content/data/figures')
const figures = readdirSync(FOLDER).map((name): [string, Figure] => {
  const { id, figure } = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as {
    id: string
    figure: Figure
  }
  return [id, figure]
})

const TEMPO = { out: 2, stay: 1, back: 3 }
const shownOf = (figure: Figure, over: Partial<Shown> = {}): Shown => ({
  figure,
  alternating: false,
  side: 'left',
  tempo: TEMPO,
  share: 1,
  ...over,
})
const STAND: Figure = { stance: 'standing', start: {}, end: { armL: { flexion: 90 } } }

describe('every figure of the content', () => {
  test('there are as many as exercises', () => expect(figures.length).toBeGreaterThanOrEqual(93))

  test.each(figures)(
    '%s: is wholly in both its pictures, from either side, with every bone in place',
    (_, figure) => {
      const aspect = aspectOf(figure)
      for (const side of ['left', 'right'] as const)
        for (const view of viewsOf(figure, null)) {
          const shown = shownOf(figure, { side })
          const { lens, standing, bodies } = framing(shown, view, aspect, pathsOf(shown))
          const things = bodies.slice(0, 5).flatMap((body) => carriedBy(figure, body, side === 'right'))
          const points = [
            ...bodies.flatMap(({ joints }) => Object.values(joints)),
            ...[...standing, ...things].flatMap((prop) => solidsOf(prop).flatMap(extentOf)),
          ]
          for (const point of points) {
            const { x, y } = project(lens, point)
            expect(Math.abs(x)).toBeLessThan(aspect * 1.02)
            expect(Math.abs(y)).toBeLessThan(1.02)
          }
          for (const out of [0, 0.5, 1]) {
            const places = emptyPlaces()
            const body = sided(shown, out)
            placeBones(body, handsOf(figure, body, standing, side === 'right'), places)
            for (const bone of BONES) {
              expect(places[bone].elements.every(Number.isFinite), bone).toBe(true)
              // No bone is mirrored, squeezed or stretched.
              expect(places[bone].determinant(), bone).toBeCloseTo(1, 4)
            }
          }
        }
    },
  )

  test.each(figures)('%s: its key poses are drawn flat, as numbers and inside the picture', (_, figure) => {
    for (const out of [0, 0.5, 1]) {
      const { shapes } = stillOf(shownOf(figure), viewsOf(figure, null)[0], out)
      expect(shapes.length).toBeGreaterThan(15)
      for (const { path: line, faint } of shapes) {
        expect(line).not.toMatch(/NaN|Infinity/)
        if (faint === true) continue
        const numbers = line.match(/-?\d+\.\d+/g)?.map(Number) ?? []
        expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(3 * HALF)
      }
    }
  })
})

describe('the loop', () => {
  test('goes out, stays, comes back and rests at the prescribed tempo', () => {
    const shown = shownOf(STAND)
    expect(momentAt(shown, 0)).toMatchObject({ out: 0, part: 'out', repetition: 0 })
    expect(momentAt(shown, 1)).toMatchObject({ out: 0.5, part: 'out' })
    expect(momentAt(shown, 2.5)).toMatchObject({ out: 1, part: 'stay' })
    expect(momentAt(shown, 4.5).out).toBeCloseTo(0.5, 6)
    expect(momentAt(shown, 6.2)).toMatchObject({ out: 0, part: 'rest' })
    expect(momentAt(shown, 6.7)).toMatchObject({ repetition: 1, part: 'out' })
  })

  test('a hold of a minute is shown, not sat through; a pace of the figure goes before the dosage', () => {
    expect(momentAt(shownOf(STAND, { tempo: { out: 1, stay: 60, back: 1 } }), 4.5).part).toBe('back')
    const pace = { out: 4, stay: 0, back: 6, rest: 0 }
    expect(momentAt(shownOf({ ...STAND, pace }), 10.1)).toMatchObject({ repetition: 1, part: 'out' })
  })

  test('alternating goes left, then right, without a jump between', () => {
    const shown = shownOf(STAND, { alternating: true })
    expect(bodyAt(shown, 2.5).body.joints.wristL[2]).toBeGreaterThan(0.4)
    const right = bodyAt(shown, 6.6 + 2.5)
    expect(right.mirrored).toBe(true)
    expect(right.body.joints.wristR[2]).toBeGreaterThan(0.4)
    for (let t = 0; t < 14; t += 1 / 30) {
      const [a, b] = [bodyAt(shown, t).body.joints, bodyAt(shown, t + 1 / 30).body.joints]
      expect(Math.hypot(...a.wristL.map((v, i) => v - (b.wristL[i] ?? 0)))).toBeLessThan(0.06)
    }
  })

  test('the right side is the left one in a mirror, and less range goes less far', () => {
    const right = sided(shownOf(STAND, { side: 'right' }), 1).joints.wristR
    const left = sided(shownOf(STAND), 1).joints.wristL
    expect(right).toEqual([-left[0], left[1], left[2]])
    expect(bodyAt(shownOf(STAND, { share: 0.5 }), 2.5).body.joints.wristL[2]).toBeLessThan(left[2] - 0.1)
  })
})

describe('what moves', () => {
  const find = (id: string): Figure => {
    const found = figures.find(([name]) => name === id)
    if (found === undefined) throw new Error(id)
    return found[1]
  }

  test('the raised arm and nothing else', () => {
    const moves = movingBones(shownOf(STAND))
    expect(moves.has('upperL') && moves.has('foreL')).toBe(true)
    expect(moves.has('foreR') || moves.has('thighL') || moves.has('pelvis')).toBe(false)
    expect(pathsOf(shownOf(STAND)).map(({ joint }) => joint)).toEqual(['wristL'])
  })

  test('the hips show a squat, the knees a march, and a walk has no arc', () => {
    expect(pathsOf(shownOf(find('squat'))).map(({ joint }) => joint)).toEqual(['pelvis'])
    expect(pathsOf(shownOf(find('march-on-spot'))).map(({ joint }) => joint)).toEqual(['kneeL'])
    expect(pathsOf(shownOf(find('march-on-spot'), { side: 'right' })).map(({ joint }) => joint)).toEqual([
      'kneeR',
    ])
    expect(pathsOf(shownOf(find('walking-programme')))).toEqual([])
  })

  test('hands lie on the floor, the wall and the counter, and close about a band', () => {
    const hands = (id: string) => {
      const shown = shownOf(find(id))
      const { standing } = framing(shown, 'side', 1, [])
      return handsOf(shown.figure, sided(shown, 0), standing, false).L
    }
    expect(hands('bird-dog')).toEqual({ how: 'flat', normal: [0, 1, 0] })
    expect(hands('wall-push-up-plus')).toEqual({ how: 'flat', normal: [0, 0, -1] })
    expect(hands('incline-push-up-plus')).toEqual({ how: 'flat', normal: [0, 1, 0] })
    expect(hands('band-pull-apart')).toEqual({ how: 'grip' })
    expect(hands('chin-tuck')).toEqual({ how: 'free' })
  })
})
