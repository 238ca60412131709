import { describe, expect, test } from 'vitest'
import { misplaced } from './contact.ts'
import type { Figure } from './figure.ts'

const STANDING: Figure = { stance: 'standing', start: {}, end: {} }
const both = (arm: NonNullable<Figure['start']['armL']>) => ({ armL: arm, armR: arm })

describe('figures as a therapist would show them', () => {
  test('somebody who stands, sits or is on all fours is as they should be', () => {
    expect(misplaced(STANDING)).toEqual([])
    const chair = { how: 'under', kind: 'chair', points: ['hipL', 'hipR'] } as const
    expect(
      misplaced({ stance: 'seated', start: {}, end: {}, props: [{ ...chair, points: [...chair.points] }] }),
    ).toEqual([])
    expect(misplaced({ stance: 'quadruped', start: {}, end: {} })).toEqual([])
  })

  test('a forearm through the chest', () => {
    const through = both({ flexion: 5, abduction: -3, rotation: -75, elbow: 120 })
    expect(misplaced({ ...STANDING, end: through })).toContain('the arm L goes through the body')
  })

  test('hands that leave the wall they lean on, and a body that goes into it', () => {
    const wall: Figure = {
      stance: 'standing',
      start: both({ flexion: 86 }),
      end: both({ flexion: 86 }),
      props: [{ how: 'against', kind: 'wall', side: 'front', points: ['wristL', 'wristR'] }],
    }
    expect(misplaced(wall)).toEqual([])
    expect(misplaced({ ...wall, end: both({ flexion: 40 }) })).toContain('wristL is not at the wall')
    const lunge: Figure = { ...wall, end: both({ flexion: 86, elbow: 140 }) }
    expect(
      misplaced({
        ...lunge,
        props: [{ how: 'against', kind: 'wall', side: 'front', points: ['wristL'], at: 1 }],
      }).join(),
    ).toMatch(/is in the wall/)
  })

  test('hands that slide on a stick, a counter as high as a shelf, and a hand that leaves it', () => {
    const stick: Figure = {
      stance: 'standing',
      start: both({ flexion: 80 }),
      end: both({ flexion: 60, abduction: 50 }),
      props: [{ how: 'held', kind: 'stick', hands: ['L', 'R'] }],
    }
    expect(misplaced(stick)).toContain('the hands slide on the stick')
    const counter: Figure = {
      stance: 'standing',
      start: both({ flexion: 140 }),
      end: both({ flexion: 90 }),
      props: [{ how: 'under', kind: 'counter', points: ['wristL', 'wristR'] }],
    }
    expect(misplaced(counter).join()).toMatch(/a counter is 1\.\d+ m high/)
    expect(misplaced(counter)).toContain('wristL is not on the counter')
  })

  test('a body that floats', () => {
    const lifted = { flexion: -40, knee: 0 }
    const floating: Figure = { stance: 'supine', start: both({ flexion: -60, abduction: 0 }), end: {} }
    expect(
      misplaced({ ...floating, start: { ...floating.start, legL: lifted, legR: lifted } }).join(),
    ).toMatch(/floats/)
  })
})
