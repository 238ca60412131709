import type { Frame, Landmark, Movement, Signal, TrackerEvent } from '@dorsal/motion'
import { type Point, pointOf, trace } from './skeleton-overlay.ts'

/** How much of the asked range is reached, 0..1, and at which joints it is shown: each group at the middle of its landmarks. */
export type RangeRing = { share: number; at: readonly (readonly Landmark[])[] }

const CHEST: readonly Landmark[] = ['shoulderL', 'shoulderR']
const HIPS: readonly Landmark[] = ['hipL', 'hipR']
const HEAD: readonly Landmark[] = ['nose']

/** The joint of each signal that is not the trunk's: the left one, the right one going with it. */
const JOINTS: Readonly<Partial<Record<Signal, Landmark>>> = {
  shoulder_flexion: 'shoulderL',
  shoulder_abduction: 'shoulderL',
  shoulder_external_rotation: 'shoulderL',
  quad_arm_elevation: 'shoulderL',
  elbow_flexion: 'elbowL',
  elbow_back_ratio: 'elbowL',
  hip_flexion: 'hipL',
  leg_lower_angle: 'hipL',
  hip_abduction_sidelying: 'hipL',
  knee_flexion: 'kneeL',
}
const MIDDLES: Readonly<Partial<Record<Signal, readonly Landmark[]>>> = {
  neck_rotation: HEAD,
  neck_lateral_flexion: HEAD,
  head_forward_angle: HEAD,
  hip_height_cycle: HIPS,
  pelvis_lift: HIPS,
}

const other = (name: Landmark): Landmark => name.replace(/L$/, 'R') as Landmark

/** What is known of the reach after an event: nothing as soon as the person is lost or the engine withholds the angle. */
export function reachAfter(event: TrackerEvent, before: number | null): number | null {
  if (event.type === 'range') return event.value === null ? null : event.share
  return event.type === 'lost' ? null : before
}

/** The ring of a movement at this share of the own range, of which `target` is asked; null where nothing may be shown. */
export function ringOf(
  movement: Movement,
  reach: number | null,
  target: number | undefined,
): RangeRing | null {
  const signal = movement.measure?.signal
  if (signal === undefined || reach === null || target === undefined || !(target > 0)) return null
  const share = Math.min(1, Math.max(0, reach / target))
  const joint = JOINTS[signal]
  if (joint === undefined) return { share, at: [MIDDLES[signal] ?? CHEST] }
  // Of sides that take turns it is not said which is meant: between them, not at both.
  return movement.template === 'alternating'
    ? { share, at: [[joint, other(joint)]] }
    : { share, at: [[joint], [other(joint)]] }
}

const middle = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

/**
 * Draws the ring over the picture: a dark round, a light part that closes as the range is reached, and a tick in it when it is. The
 * canvas is shown in the mirror, so it is drawn the other way round.
 */
export function drawRing(canvas: HTMLCanvasElement, frame: Frame, ring: RangeRing | null): void {
  const context = canvas.getContext('2d')
  const { image } = frame
  if (!context || !image || ring === null) return
  const { width, height } = canvas
  const radius = Math.min(width, height) / 11
  for (const group of ring.at) {
    const points = group.map((name) => pointOf(image, name, width, height))
    if (points.some((point) => point === null)) continue
    const { x, y } = middle(points.filter((point) => point !== null))
    const round = new Path2D()
    round.arc(x, y, radius, 0, 2 * Math.PI)
    const done = new Path2D()
    done.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 - ring.share * 2 * Math.PI, true)
    context.lineCap = 'butt'
    trace(context, round, radius * 0.42, 'rgb(8 30 32 / 70%)')
    if (ring.share > 0.01) trace(context, done, radius * 0.26, '#ffd166')
    if (ring.share < 1) continue
    const tick = new Path2D()
    tick.moveTo(x + radius * 0.38, y)
    tick.lineTo(x + radius * 0.08, y + radius * 0.3)
    tick.lineTo(x - radius * 0.42, y - radius * 0.32)
    context.lineCap = 'round'
    trace(context, tick, radius * 0.34, 'rgb(8 30 32 / 80%)')
    trace(context, tick, radius * 0.18, '#ffd166')
  }
}
