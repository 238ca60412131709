import { can, middleX, middleY, px, py } from '../body/body.ts'
import { DEG } from '../geometry.ts'
import type { Signal } from '../movement.ts'
import { facing } from './bearing.ts'
import { type SignalRow, single } from './row.ts'

/** Rows of the angle table: head, neck and shoulder girdle. */
export const HEAD = {
  shrug_index: {
    definition: 'Height of the ears above the shoulders against its own resting value',
    views: ['front'],
    landmarks: [],
    gate: '',
    plane: 'frontal',
    unit: 'ratio',
    sign: 'smaller = shoulders drawn up; 1 = rest',
    kind: 'trend',
    change: 1,
    paired: false,
    signed: false,
    rest: 1,
    parts: ['head', 'shoulders'],
    error: {},
    source: 'stand-in: no landmark on the shoulder blade',
    read: (body, neutral) => {
      const height = (middleY(body, 'shoulder') - middleY(body, 'ear')) / body.trunk
      return neutral === null ? null : single(height / neutral.earHeight)
    },
  },
  head_forward_angle: {
    definition: 'Line from shoulder to ear above the horizontal, seen from the side',
    views: ['front'],
    landmarks: [],
    gate: '',
    plane: 'sagittal',
    unit: 'deg',
    sign: 'larger = head further back',
    kind: 'trend',
    change: 1,
    paired: false,
    signed: false,
    rest: 50,
    parts: ['head', 'shoulders'],
    error: {},
    source: 'stand-in: the seventh neck vertebra cannot be seen, so it is no craniovertebral angle',
    read: (body) => {
      const forward = facing(body) * (middleX(body, 'ear') - middleX(body, 'shoulder'))
      return single(Math.atan2(middleY(body, 'shoulder') - middleY(body, 'ear'), forward) * DEG)
    },
  },
  neck_rotation: {
    definition: 'Turn of the head, trunk facing the camera',
    views: ['front'],
    landmarks: [],
    gate: '',
    plane: 'transverse',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head'],
    error: { front: 12 },
    source: 'geometry of nose and ears on an average head; no published figure for this model found',
    read: (body) => {
      if (body.view === 'back' || !can(body, 'nose', 'earL', 'earR')) return null
      const breadth = px(body, 'earL') - px(body, 'earR')
      const swing = px(body, 'nose') - (px(body, 'earL') + px(body, 'earR')) / 2
      // The tip of the nose lies about 11 cm before the line of ears 15 cm apart.
      return breadth > 0.02 * body.trunk ? single(Math.atan((swing / breadth) * 1.36) * DEG) : null
    },
  },
  neck_lateral_flexion: {
    definition: 'Side bend of the head: line of the ears against the line of the shoulders',
    views: ['front'],
    landmarks: [],
    gate: '',
    plane: 'frontal',
    unit: 'deg',
    sign: 'positive = to the own left',
    kind: 'angle',
    paired: false,
    signed: true,
    rest: 0,
    parts: ['head', 'shoulders'],
    error: { front: 6 },
    source: 'as side bend of the trunk, on a shorter line; no published figure for this model found',
    read: (body) => {
      if (body.view === 'back' || !can(body, 'earL', 'earR', 'shoulderL', 'shoulderR')) return null
      const roll = (part: 'ear' | 'shoulder'): number =>
        Math.atan2(py(body, `${part}L`) - py(body, `${part}R`), px(body, `${part}L`) - px(body, `${part}R`)) *
        DEG
      return single(roll('ear') - roll('shoulder'))
    },
  },
} satisfies Partial<Record<Signal, SignalRow>>
