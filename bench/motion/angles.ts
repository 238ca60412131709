import type { Frame, Signal } from '@dorsal/motion'
import { startTracking, step } from '@dorsal/motion'
import { readSignal } from '../../motion/src/angles/angles.ts'
import { MOVEMENTS } from '../../motion/src/testing/movements.ts'
import { framesOf, has, mean, textOf } from './recordings.ts'
import { type Row, SKIPPED } from './table.ts'

type Truth = { part: string; truth: Record<string, number> | null }

/** Values of a signal frame by frame, as the tracker of a movement sees them; null where it abstains. */
function values(frames: readonly Frame[], signal: Signal): (number | null)[] {
  const state = startTracking(MOVEMENTS.stillness)
  return frames.map((frame) => {
    step(state, frame)
    return readSignal(state.body.body, state.neutral.neutral, signal)?.value ?? null
  })
}

const RENDERED: readonly [string, string, string, Signal, string][] = [
  // The truth of the session is the line from hips to shoulders; the signal is the tilt of the upper trunk, 28 where the line has 17.5.
  ['side bend, against the lean of the trunk line', 'MAE 1.3', 'lateral', 'trunk_lateral_flexion', 'lat'],
  ['arm raised sideways', 'MAE 3.8', 'abduction', 'shoulder_abduction', 'elevL'],
  ['arm raised forward, from the side', 'MAE 2.1', 'flexion', 'shoulder_flexion', 'elevL'],
]

/** Angles of the rendered person through the real model against the truth. */
export function rendered(): Row[] {
  const name = (what: string): string => `${what}: rendered person through the real model, as streamed`
  if (!has('synthetic/session.full.jsonl.gz'))
    return RENDERED.map(([what, anchor]) => ({ what: name(what), anchor, ours: SKIPPED }))
  const frames = framesOf('synthetic/session.full.jsonl.gz')
  const truth = textOf('synthetic/session.truth.jsonl.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth)
  return RENDERED.map(([what, anchor, part, signal, key]) => {
    const found = values(frames, signal)
    const inPart = truth.flatMap((one, i) => (one.part.startsWith(part) && one.truth !== null ? [i] : []))
    const off = inPart.flatMap((i) => {
      const value = found[i]
      const known = truth[i]?.truth?.[key]
      return value === null || value === undefined || known === undefined ? [] : [Math.abs(value - known)]
    })
    const share = Math.round((100 * off.length) / inPart.length)
    return {
      what: name(what),
      anchor,
      ours: `MAE ${mean(off).toFixed(1)} deg, ${share} % of the frames shown; nine of ten within ${(off.toSorted((a, b) => a - b)[Math.floor(0.9 * off.length)] ?? Number.NaN).toFixed(1)}`,
    }
  })
}
