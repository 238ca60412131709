import { describe, expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import type { Figure } from '../person/figure.ts'
import { playSet } from '../person/play-set.ts'
import type { Play } from '../person/script.ts'
import { shoot } from '../person/shoot.ts'
import { track } from '../testing/track.ts'
import { demandsOf } from './figure-demands.ts'

const HEAD = { flexion: -66, abduction: 112, rotation: 88, elbow: 136 }
const OPENING: Figure = {
  stance: 'quadruped',
  start: { trunk: { turn: -14 }, head: { nod: 8 }, armL: HEAD, armR: { flexion: -2.5, abduction: -20 } },
  end: { trunk: { turn: 34 }, head: { nod: 8 }, armL: HEAD, armR: { flexion: -14.4, abduction: 47 } },
}
const LOOKING: Figure = { stance: 'seated', start: {}, end: { head: { turn: 55 } } }
const movement = (over: Partial<Movement>): Movement => ({
  template: 'cycle',
  cameraView: 'front',
  needs: ['shoulders'],
  count: { signal: 'arm_opening', views: ['front'], direction: 1, minRange: 24 },
  measure: null,
  hold: null,
  faults: [],
  ...over,
})

/** What is counted of a set in poor sight. */
function counted(spec: Movement, play: Partial<Play> = {}): { total: number; left: number; right: number } {
  const set = playSet(spec, { seed: 3, ...play })
  if (set === null) throw new Error('no figure')
  const flaws = { noise: 0.012, slips: 0.2, swaps: 1, seed: 3 }
  return track(spec, shoot(set.scene, set.camera, flaws, { fps: 10, jitter: 0.2, dropped: 0.2 })).summary.reps
}

describe('a hand that is at the head because the exercise has it there', () => {
  test('is no gesture: every repetition counts, in poor sight, too', () => {
    const spec = movement({ figure: OPENING })
    expect(demandsOf(spec)?.handAtHead).toBe(true)
    expect(counted(spec)).toMatchObject({ total: 6, left: 6 })
  })

  test('hands beside the body are not at the head', () => {
    expect(demandsOf(movement({ figure: LOOKING }))?.handAtHead).toBe(false)
  })
})

test('turns of the head with which the shoulders go along, left and right in turn, count once three are alike', () => {
  const spec = movement({
    template: 'alternating',
    needs: ['head', 'shoulders'],
    count: { signal: 'face_turn', views: ['front'], direction: 1, minRange: 20 },
    figure: LOOKING,
  })
  const set = playSet(spec, { seed: 2, fault: { trunk: { turn: 43 } } })
  if (set === null) throw new Error('no figure')
  const frames = shoot(set.scene, set.camera, { noise: 0.006, seed: 2 }, { fps: 15 })
  expect(track(spec, frames).summary.reps).toMatchObject({ total: 6, left: 3, right: 3 })
})
