import { crossTalk, PURE, WATCHED } from '../../motion/src/testing/cross-talk.ts'
import type { Row } from './table.ts'

/** What every signal of trunk, neck and shoulder girdle reads while another one moves: the most that it goes from its rest, one row a movement. */
export function crossTalks(): Row[] {
  return PURE.map((movement) => {
    const talk = crossTalk(movement)
    const others = WATCHED.filter((signal) => signal !== movement.moves).map((signal) => {
      const { most, withheld } = talk.get(signal) ?? { most: Number.NaN, withheld: 1 }
      const share = withheld > 0.02 ? `, ${Math.round(100 * withheld)} % withheld` : ''
      return `${signal} ${most.toFixed(signal === 'shrug_index' ? 2 : 1)}${share}`
    })
    return {
      what: `cross-talk of a pure ${movement.name} (degrees; shrug as a ratio), kinematic person`,
      anchor: movement.moves === 'trunk_lateral_flexion' ? 'false rotation 15.3 (raw 39.9) deg' : '-',
      ours: others.join('; '),
    }
  })
}
