import { expect, test } from 'vitest'
import { BodyReader } from '../body/body.ts'
import { NeutralReader } from '../calibration/neutral.ts'
import { WEBCAM } from '../person/camera.ts'
import type { Posture } from '../person/figure.ts'
import { blend } from '../person/posture.ts'
import { CLEAN, Sensor } from '../person/sensor.ts'
import { placed, skeletonOf } from '../person/skeleton.ts'
import { shown } from '../testing/readings.ts'
import { SignalReader } from './signal-reader.ts'

const FPS = 15
/** Metres: so long is the trunk of the average person here. */
const TRUNK = 0.49

/** Stands, takes a pose at 2 seconds, and then drifts sideways by so many trunk lengths a second: whether the pose was taught. */
function taught(speed: number): boolean {
  const pose: Posture = { armL: { abduction: 85 }, armR: { abduction: 85 } }
  const sensor = new Sensor({ ...WEBCAM, distance: 4 }, CLEAN)
  const [reader, neutral, signals] = [new BodyReader(), new NeutralReader(null), new SignalReader()]
  let found: number | null = null
  for (let i = 0; i < 6 * FPS; i++) {
    const t = i / FPS
    const body = skeletonOf('standing', blend({}, pose, Math.min(1, Math.max(0, (t - 2) / 0.6))))
    const at = placed(body, 0, [speed * TRUNK * Math.max(0, t - 2), 0, 0])
    const seen = reader.read(shown(sensor.see(t, at)))
    seen.view = 'front'
    neutral.read(seen)
    found = signals.read(seen, neutral.neutral, 'hold_pose')?.value ?? found
  }
  return found !== null
}

test('a sway of two centimetres a second is standing still, one of five is not', () => {
  expect([0, 0.04, 0.1].map(taught)).toEqual([true, true, false])
})
