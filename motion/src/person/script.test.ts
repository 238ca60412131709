import { describe, expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { angleOf, minimumJerk, postureAt } from './posture.ts'
import { drinking, fidgeting, sittingDown, walkingInAndOut } from './scenes.ts'
import { CALM, playOf, scriptOf } from './script.ts'
import { performed, shoot } from './shoot.ts'
import { WEBCAM } from './camera.ts'
import { truthOf, trueNeutral } from './truth.ts'
import { skeletonOf } from './skeleton.ts'
import { breathAt } from './unrest.ts'

const turn: Figure = { stance: 'seated', start: {}, end: { trunk: { turn: 40 }, armL: { flexion: 10 } } }
const turned = (posture: Parameters<typeof angleOf>[0]): number => angleOf(posture, 'trunk', 'turn')

describe('a reach from rest to rest', () => {
  test('begins and ends at rest, half way in half the time, never overshoots', () => {
    expect([minimumJerk(-1), minimumJerk(0), minimumJerk(0.5), minimumJerk(1), minimumJerk(2)]).toEqual([
      0, 0, 0.5, 1, 1,
    ])
    expect(minimumJerk(0.01) / 0.01).toBeLessThan(0.01)
    expect((minimumJerk(0.5001) - minimumJerk(0.4999)) / 0.0002).toBeCloseTo(1.875, 3)
  })

  test('a figure with a posture on the way goes through it', () => {
    const arc: Figure = { ...turn, via: { trunk: { turn: 5 } } }
    expect([0, 0.5, 1].map((out) => turned(postureAt(arc, out)))).toEqual([0, 5, 40])
    expect(turned(postureAt(turn, 0.25))).toBe(10)
  })
})

describe('a set as it is played', () => {
  test('repetitions are where the script says: at rest at both ends, at the end of range at the peak', () => {
    const script = scriptOf(playOf(turn, { reps: 4, variation: 0 }))
    expect(script.repetitions).toHaveLength(4)
    for (const rep of script.repetitions) {
      expect(turned(script.postureAt(rep.start))).toBeCloseTo(0, 6)
      expect(turned(script.postureAt(rep.peak))).toBeCloseTo(40, 6)
      expect(turned(script.postureAt(rep.end))).toBeCloseTo(0, 6)
      expect(rep.end - rep.start).toBeCloseTo(CALM.out + CALM.hold + CALM.back, 6)
    }
    expect(turned(script.postureAt(0.5))).toBe(0)
    expect(script.seconds).toBeGreaterThan(script.repetitions.at(-1)?.end ?? 0)
  })

  test('sides in turn, partial repetitions, a fault that grows with the way', () => {
    const { repetitions, postureAt: at } = scriptOf(
      playOf(turn, { sides: 'alternating', partial: [2], variation: 0, fault: { trunk: { bend: 12 } } }),
    )
    expect(repetitions.map(({ side }) => side)).toEqual(['left', 'right', 'left', 'right', 'left', 'right'])
    expect(repetitions.map(({ peak }) => Math.round(turned(at(peak))))).toEqual([40, -40, 20, -40, 40, -40])
    expect(repetitions.map(({ peak }) => Math.round(angleOf(at(peak), 'trunk', 'bend')))).toEqual([
      12, -12, 6, -12, 12, -12,
    ])
    expect(repetitions.map(({ partial }) => partial)).toEqual([false, false, true, false, false, false])
    expect(angleOf(at(repetitions[1]?.peak ?? 0), 'armR', 'flexion')).toBe(10)
  })

  test('between the sides somebody changes from one start to the other without a jump', () => {
    const lopsided: Figure = {
      stance: 'seated',
      start: { armL: { flexion: 60 } },
      end: { trunk: { turn: 30 } },
    }
    const { postureAt: at, seconds } = scriptOf(playOf(lopsided, { sides: 'alternating' }))
    let last = at(0)
    for (let t = 0; t < seconds; t += 1 / 60) {
      const now = at(t)
      for (const arm of ['armL', 'armR'] as const)
        expect(Math.abs(angleOf(now, arm, 'flexion') - angleOf(last, arm, 'flexion'))).toBeLessThan(6)
      last = now
    }
  })

  test('the same seed gives the same film, another one another', () => {
    const shot = (seed: number) => {
      const play = playOf(turn, { reps: 1, seed })
      const scene = performed(scriptOf(play), 'seated', undefined, undefined, seed)
      return shoot(scene, WEBCAM, { noise: 0.005, seed }, { fps: 15, dropped: 0.2, jitter: 0.2 })
    }
    expect(shot(4)).toEqual(shot(4))
    expect(shot(5)).not.toEqual(shot(4))
  })

  test('dropped frames are missing, jittered times still rise', () => {
    const scene = { seconds: 20, bodyAt: () => skeletonOf('standing', {}) }
    const frames = shoot(scene, WEBCAM, {}, { fps: 30, dropped: 0.2, jitter: 0.4 })
    expect(frames.length).toBeGreaterThan(600 * 0.72)
    expect(frames.length).toBeLessThan(600 * 0.88)
    for (const [i, frame] of frames.entries()) expect(frame.t).toBeGreaterThan(frames[i - 1]?.t ?? -1)
  })
})

describe('what is true of a body', () => {
  test.each([-40, 15, 50])('a trunk turned by %d reads so in space, from any view', (degrees) => {
    const body = skeletonOf('seated', { trunk: { turn: degrees } })
    const neutral = trueNeutral(skeletonOf('seated', {}))
    for (const view of ['front', 'side'] as const)
      expect(
        Math.abs((truthOf(body, 'trunk_axial_rotation', neutral, view)?.value ?? 0) - degrees),
      ).toBeLessThan(0.5)
  })

  test('knee and elbow read as they are bent', () => {
    const body = skeletonOf('standing', {
      legL: { flexion: 30, knee: 58 },
      legR: { flexion: 30, knee: 58 },
      armL: { elbow: 70 },
    })
    expect(truthOf(body, 'knee_flexion')?.left).toBeCloseTo(60, 0)
    expect(truthOf(body, 'elbow_flexion')?.left).toBeCloseTo(75, 0)
    expect(truthOf(body, 'elbow_flexion')?.right).toBeCloseTo(5, 0)
  })
})

describe('other things that people do', () => {
  test('a breath fills and empties the chest so many times a minute', () => {
    const air = Array.from({ length: 600 }, (_, i) => breathAt(i / 10, 14))
    const tops = air.filter((value, i) => value > (air[i - 1] ?? 1) && value >= (air[i + 1] ?? 1))
    expect(tops).toHaveLength(14)
    expect(Math.min(...air)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...air)).toBeLessThanOrEqual(1)
  })

  test('fidgeting stays small, walking leaves the room, sitting lowers the hips, drinking brings the hand to the mouth', () => {
    const still = skeletonOf('standing', {})
    const fidget = fidgeting({ stance: 'standing', start: {} })
    for (let t = 0; t < 30; t += 0.1) {
      const head = fidget.bodyAt(t)?.joints.head
      expect(
        Math.hypot((head?.[0] ?? 9) - still.joints.head[0], (head?.[2] ?? 9) - still.joints.head[2]),
      ).toBeLessThan(0.2)
    }
    for (const yaw of [0, -90]) {
      const walk = walkingInAndOut(yaw)
      const places = Array.from({ length: 150 }, (_, i) => walk.bodyAt(i / 10))
      expect(places.filter((body) => body === null)).not.toHaveLength(0)
      const across = places.flatMap((body) => (body === null ? [] : [body.joints.pelvis[yaw === 0 ? 0 : 2]]))
      expect(Math.max(...across) - Math.min(...across)).toBeGreaterThan(5)
    }
    const sit = sittingDown(20)
    expect(sit.bodyAt(0)?.joints.hipL[1]).toBeGreaterThan(0.85)
    expect(sit.bodyAt(10)?.joints.hipL[1]).toBeLessThan(0.55)
    const drink = drinking({ stance: 'seated', start: {} }).bodyAt(8)
    const [hand, mouth] = [drink?.joints.indexR ?? [9, 9, 9], drink?.joints.mouthR ?? [0, 0, 0]]
    expect(Math.hypot(hand[0] - mouth[0], hand[1] - mouth[1], hand[2] - mouth[2])).toBeLessThan(0.25)
  })
})
