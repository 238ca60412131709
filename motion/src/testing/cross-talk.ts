import { SIGNALS } from '../angles/angles.ts'
import { SignalReader } from '../angles/signal-reader.ts'
import { BodyReader } from '../body/body.ts'
import { NeutralReader } from '../calibration/neutral.ts'
import type { Signal } from '../movement.ts'
import { WEBCAM, YAW } from '../person/camera.ts'
import type { Posture } from '../person/figure.ts'
import { shareOf } from '../person/posture.ts'
import { CLEAN, Sensor } from '../person/sensor.ts'
import { skeletonOf } from '../person/skeleton.ts'
import type { View } from '../pose.ts'
import { shown } from './readings.ts'

/** One pure movement over its range, to the own left where it has sides; `moves`: the signal that is meant to see it. */
export type PureMovement = { name: string; moves: Signal; to: Posture; sides: boolean }

const shrugged = { shrug: 5 }

/** The movements of trunk, neck and shoulder girdle, each as far as a healthy person goes. */
export const PURE: readonly PureMovement[] = [
  { name: 'turn of the trunk 40', moves: 'trunk_axial_rotation', to: { trunk: { turn: 40 } }, sides: true },
  { name: 'side bend 30', moves: 'trunk_lateral_flexion', to: { trunk: { bend: 30 } }, sides: true },
  { name: 'lean forward 45', moves: 'trunk_inclination', to: { trunk: { flexion: 45 } }, sides: false },
  {
    name: 'upper back 20 backward',
    moves: 'thoracic_extension_proxy',
    to: { thorax: { flexion: -20 } },
    sides: false,
  },
  { name: 'turn of the head 50', moves: 'neck_rotation', to: { head: { turn: 50 } }, sides: true },
  {
    name: 'side bend of the head 30',
    moves: 'neck_lateral_flexion',
    to: { head: { bend: 30 } },
    sides: true,
  },
  { name: 'shrug 5 cm', moves: 'shrug_index', to: { armL: shrugged, armR: shrugged }, sides: false },
  { name: 'turn of the pelvis 25', moves: 'pelvis_rotation', to: { pelvis: { turn: 25 } }, sides: true },
]

/** Signals that are watched meanwhile, each from the view that it is made for. */
export const WATCHED: readonly Signal[] = PURE.map(({ moves }) => moves)

const FPS = 15
const [REST, MOVE, HOLD] = [1, 2, 0.5]

/** How far a signal went from where it was at rest, in its unit, and the share of the frames in which it was withheld. */
export type Talk = { most: number; withheld: number }

/** Plays a pure movement before a good camera and tells what every watched signal made of it. */
export function crossTalk(movement: PureMovement, sign: 1 | -1 = 1): Map<Signal, Talk> {
  const made = new Map<Signal, Talk>()
  for (const view of ['front', 'side'] as const)
    for (const [signal, talk] of watch(shareOf(movement.to, sign), view)) made.set(signal, talk)
  return made
}

function watch(to: Posture, view: View): Map<Signal, Talk> {
  const watched = WATCHED.filter((signal) => SIGNALS[signal].views[0] === view)
  const sensor = new Sensor({ ...WEBCAM, distance: 4, fov: 40, yaw: YAW[view] }, CLEAN)
  const [reader, neutral, signals] = [new BodyReader(), new NeutralReader(null), new SignalReader()]
  const rest = new Map<Signal, number>()
  const made = new Map<Signal, Talk>(watched.map((signal) => [signal, { most: 0, withheld: 0 }]))
  const frames = (REST + MOVE + HOLD) * FPS
  for (let i = 0; i < frames; i++) {
    const share = Math.min(1, Math.max(0, (i / FPS - REST) / MOVE))
    const body = reader.read(shown(sensor.see(i / FPS, skeletonOf('standing', shareOf(to, share)))))
    body.view = view
    neutral.read(body)
    for (const signal of watched) {
      const value = signals.read(body, neutral.neutral, signal)?.value ?? Number.NaN
      const talk = made.get(signal)
      if (talk === undefined) continue
      if (i <= REST * FPS) rest.set(signal, Number.isNaN(value) ? SIGNALS[signal].rest : value)
      else if (Number.isNaN(value)) talk.withheld += 1 / (frames - REST * FPS - 1)
      else talk.most = Math.max(talk.most, Math.abs(value - (rest.get(signal) ?? 0)))
    }
  }
  return made
}
