import { INDEX } from './landmarks.ts'
import type { Landmark } from '../pose.ts'

/**
 * Joint names of other skeletons by the landmark they stand for, written without case and signs. One table serves COCO-17,
 * OpenPose, BlazePose by name, Kinect v2 (25), the 22-joint Kinect set and Plug-in Gait: the names say which it is.
 * `L` and `R` stand for either side. A skeleton without ears gives them from the head, which is good enough for "head in view".
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  nose: ['nose', 'head'],
  'ear@': ['@ear', 'ear@', '@FHD', 'head', 'headtip'],
  'shoulder@': ['@shoulder', 'shoulder@', '@upperarm', '@SHO'],
  'elbow@': ['@elbow', 'elbow@', '@forearm', '@ELB'],
  'wrist@': ['@wrist', 'wrist@', '@WRA', '@hand', 'hand@'],
  'hip@': ['@hip', 'hip@', '@upperleg', '@ASI'],
  'knee@': ['@knee', 'knee@', '@lowerleg', '@KNE'],
  'ankle@': ['@ankle', 'ankle@', '@ANK', '@foot', 'foot@'],
  'heel@': ['@heel', '@HEE'],
  'foot@': ['@footindex', '@toes', '@TOE'],
}

/** Spellings of a side in front of or behind a joint name. */
const SIDES = { L: ['left', 'l'], R: ['right', 'r'] } as const

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Column of each landmark in a list of joint names: -1 where the skeleton has no such joint. */
export function columnsOf(joints: readonly string[]): number[] {
  const names = joints.map(plain)
  const columns = Array.from({ length: Object.keys(INDEX).length }, () => -1)
  for (const [pattern, spellings] of Object.entries(NAMES)) {
    for (const side of pattern.includes('@') ? (['L', 'R'] as const) : ([null] as const)) {
      const landmark = (side === null ? pattern : pattern.replace('@', side)) as Landmark
      columns[INDEX[landmark]] = find(names, spellings, side)
    }
  }
  return columns
}

function find(names: readonly string[], spellings: readonly string[], side: 'L' | 'R' | null): number {
  for (const spelling of spellings) {
    for (const word of side === null ? [''] : SIDES[side]) {
      const column = names.indexOf(plain(spelling.replace('@', word)))
      if (column >= 0) return column
    }
  }
  return -1
}
