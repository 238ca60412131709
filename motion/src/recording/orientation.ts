import { at, centre, type Points } from './points.ts'
import { across, cross, dot, middle, minus, size, times, unit, type Vector } from '../vector.ts'

/** The body's own directions in the axes of a record, unit vectors at right angles. `ahead` is horizontal. */
export type Orientation = {
  up: Vector
  left: Vector
  ahead: Vector
  /** True where the person lies: the trunk is nearer to level than to upright most of the time. */
  lying: boolean
  notes: string[]
}

/** Cosine beyond which the body stands against the axis that the record calls up. */
const AGAINST = 0.7
/** Mean agreement of face, feet and knees, -1..1, from which they decide. */
const DECIDES = 0.15

/**
 * How a person in space stands in the axes of the record. Up is what the record says ("y up", "z up", "y down"); where it says
 * nothing, or the body would stand on its head all the time, the axis along which head and feet lie apart. Left and right are
 * the joint names'. Ahead is where face, feet and bent knees point: where that contradicts the names (left-handed axes, or a mirrored
 * recording), the names are believed, the space is turned over, and a note says so.
 */
export function orientationOf(frames: readonly Points[], axes: string | undefined): Orientation {
  const notes: string[] = []
  const seen = frames.filter((frame) => frame.some((point) => point !== null))
  const cranial = seen.map(cranialOf).filter((one) => one !== null)
  const up = upOf(axes ?? '', cranial, notes)
  const sideways = sum(seen.map(leftOf).filter((one) => one !== null))
  const flat = across(sideways, up)
  const head = sum(cranial)
  const left =
    (size(flat) > 0.3 * size(sideways) ? unit(flat) : unit(cross(up, across(head, up)))) ??
    unit(across([1, 0, 0], up)) ??
    unit(across([0, 0, 1], up)) ??
    up
  const stated = /left[- ]?hand/i.test(axes ?? '') ? -1 : 1
  const agreement = agreementOf(seen)
  const hand = Math.abs(agreement) < DECIDES ? stated : Math.sign(agreement)
  if (hand !== stated)
    notes.push(
      'left and right of the joint names contradict the direction of face and feet: taken as mirrored, the names are believed',
    )
  const lying = cranial.filter((one) => Math.abs(dot(one, up)) < Math.SQRT1_2).length > cranial.length / 2
  return { up, left, ahead: times(cross(left, up), hand), lying, notes }
}

function upOf(axes: string, cranial: readonly Vector[], notes: string[]): Vector {
  const stated = statedUp(axes)
  const mean = middle(cranial)
  if (mean === null) return stated ?? [0, 1, 0]
  const long = mean.map(Math.abs)
  const axis = long.indexOf(Math.max(...long))
  const byBody = [0, 1, 2].map((k) => (k === axis ? Math.sign(mean[k] ?? 1) : 0)) as unknown as Vector
  if (stated === null) return byBody
  if (dot(mean, stated) > -AGAINST) return stated
  notes.push(`axes "${axes}" would have the person stand head down: up is taken from the body`)
  return times(stated, -1)
}

function statedUp(axes: string): Vector | null {
  const [, sign, letter, way] =
    /([+-]?)\b([xyz])\b[\s:=-]*(?:is |axis |points )*\s*(up|down)/i.exec(axes) ?? []
  if (letter === undefined) return null
  const direction = (way?.toLowerCase() === 'down' ? -1 : 1) * (sign === '-' ? -1 : 1)
  return ['x', 'y', 'z'].map((name) => (name === letter.toLowerCase() ? direction : 0)) as unknown as Vector
}

/** From the hips to the shoulders, else from the feet to the hips. */
function cranialOf(frame: Points): Vector | null {
  const hip = centre(frame, 'hip')
  const top = centre(frame, 'shoulder') ?? centre(frame, 'ear')
  if (hip !== null && top !== null) return unit(minus(top, hip))
  const low = centre(frame, 'ankle') ?? centre(frame, 'knee')
  return hip !== null && low !== null ? unit(minus(hip, low)) : null
}

/** From own right to own left across shoulders and hips. */
function leftOf(frame: Points): Vector | null {
  const pairs = (['shoulder', 'hip'] as const).flatMap((part) => {
    const l = at(frame, `${part}L`)
    const r = at(frame, `${part}R`)
    return l === null || r === null ? [] : [minus(l, r)]
  })
  const mean = middle(pairs)
  return mean === null ? null : unit(mean)
}

/** Mean of +1 where face, feet and knees point to where left and up of right-handed axes have ahead, -1 where against it. */
function agreementOf(frames: readonly Points[]): number {
  let sum = 0
  let n = 0
  for (const frame of frames) {
    const left = leftOf(frame)
    if (left === null) continue
    for (const { forward, up } of hints(frame)) {
      const ahead = unit(cross(left, up))
      const way = unit(across(forward, up))
      if (ahead === null || way === null) continue
      sum += dot(ahead, way)
      n += 1
    }
  }
  return n === 0 ? 0 : sum / n
}

/** Ways that point ahead on a body in whatever posture, each with the body's own up there. */
function hints(frame: Points): { forward: Vector; up: Vector }[] {
  const found: { forward: Vector; up: Vector }[] = []
  const nose = at(frame, 'nose')
  const ears = centre(frame, 'ear')
  const cranial = cranialOf(frame)
  if (nose !== null && ears !== null && cranial !== null)
    found.push({ forward: minus(nose, ears), up: cranial })
  for (const side of ['L', 'R'] as const) {
    const [hip, knee, ankle, foot] = [
      at(frame, `hip${side}`),
      at(frame, `knee${side}`),
      at(frame, `ankle${side}`),
      at(frame, `foot${side}`),
    ]
    if (knee === null || ankle === null) continue
    const shank = unit(minus(knee, ankle))
    if (shank !== null && foot !== null) found.push({ forward: minus(foot, ankle), up: shank })
    const leg = hip === null ? null : unit(minus(hip, ankle))
    if (hip === null || leg === null) continue
    const bend = across(minus(knee, ankle), leg)
    if (size(bend) > 0.2 * size(minus(hip, ankle))) found.push({ forward: bend, up: leg })
  }
  return found
}

const sum = (all: readonly Vector[]): Vector => middle(all) ?? [0, 0, 0]
