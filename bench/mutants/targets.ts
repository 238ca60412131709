/** What is put to the test by mutants: files, what is changed in them, and the tests that must notice. */
import type { Kind } from './make.ts'

/** `near`: the tests beside it, asked first; `far`: asked only about what those let pass. Both are parts of the paths of test files. */
export type Target = {
  id: string
  files: readonly string[]
  kinds: readonly Kind[]
  near: readonly string[]
  far: readonly string[]
}

const DATA: readonly Kind[] = ['rows', 'values']
const ALL: readonly Kind[] = ['rows', 'values', 'operators']
/** Far tests that ask much in little time: sets played through the whole engine. */
const PLAYED = ['tracking/measuring', 'tracking/presence', 'tracking/blind', 'tracking/companions']

/** A folder ends with a slash: all of it but its tests. */
export const TARGETS: readonly Target[] = [
  { id: 'angles', files: ['motion/src/angles/'], kinds: DATA, near: ['motion/src/angles'], far: PLAYED },
  {
    id: 'framing',
    files: ['motion/src/framing/'],
    kinds: ALL,
    near: ['motion/src/framing'],
    far: PLAYED,
  },
  {
    id: 'faults',
    files: ['motion/src/faults/'],
    kinds: ALL,
    near: ['motion/src/faults'],
    far: PLAYED,
  },
  {
    id: 'skeletons',
    files: ['motion/src/skeleton/'],
    kinds: DATA,
    near: ['motion/src/skeleton'],
    far: ['motion/src/recording/skeletons', 'motion/src/recording/analyze'],
  },
  {
    id: 'protocols',
    files: ['motion/src/movement-test/'],
    kinds: DATA,
    near: ['motion/src/movement-test'],
    far: [],
  },
  {
    id: 'tracking',
    files: ['motion/src/tracking/'],
    kinds: ALL,
    near: ['motion/src/tracking/companions', 'motion/src/tracking/presence', 'motion/src/tracking/measuring'],
    far: ['motion/src/tracking', 'motion/src/movement-test'],
  },
  {
    id: 'replay',
    files: ['motion/src/replay/', 'motion/src/body/', 'motion/src/posture/', 'motion/src/calibration/'],
    kinds: DATA,
    near: ['motion/src/replay', 'motion/src/body', 'motion/src/posture', 'motion/src/calibration'],
    far: PLAYED,
  },
  { id: 'care', files: ['care/src/'], kinds: ALL, near: ['care/src'], far: ['content/src'] },
]
