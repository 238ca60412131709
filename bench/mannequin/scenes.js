/**
 * What the mannequin does, and therefore the truth that a test compares with. A part is `seconds` long and comes `times` over;
 * `pose(u)` is its pose at u = 0..1, or null for the empty room; `yaw` is where the camera stands, 90 seeing the person's left side.
 */
const wave = (u) => 0.5 - 0.5 * Math.cos(2 * Math.PI * u)
const THIGH = 0.43
const SHANK = 0.42
const RADIANS = Math.PI / 180

/** A squat to `knee` degrees of knee bend; the arms come forward for balance. */
function squat(knee) {
  const hip = knee * 0.55
  const drop = THIGH * (1 - Math.cos(hip * RADIANS)) + SHANK * (1 - Math.cos((knee - hip) * RADIANS))
  const side = { hipFlex: hip, knee: 2 + knee, flex: knee * 0.8 }
  return { drop, left: side, right: side, trunk: { flex: knee * 0.25 } }
}

const HANDS_FORWARD = { flex: 88, abd: -16, elbow: 3 }
const stand = (seconds, yaw) => ({ seconds, yaw, pose: () => ({}) })
const squats = (times, yaw) => ({ seconds: 3.6, times, yaw, pose: (u) => squat(95 * wave(u)) })
const walk = (from, to, yaw) => ({ seconds: 1.6, yaw, pose: (u) => ({ x: from + (to - from) * u }) })
const empty = (seconds, yaw) => ({ seconds, yaw, pose: () => null })

export const SCENES = {
  'squat-oblique': { repetitions: 4, parts: [stand(2.4, 40), squats(4, 40), stand(1.2, 40)] },
  'squat-side': { repetitions: 4, parts: [stand(2.4, 90), squats(4, 90), stand(1.2, 90)] },
  leaving: {
    repetitions: 2,
    parts: [stand(2.4, 20), squats(2, 20), walk(0, 2.6, 20), empty(6, 20), walk(2.6, 0, 20), stand(1.2, 20)],
  },
  rotation: {
    repetitions: 4,
    degrees: 40,
    parts: [
      stand(2, 0),
      {
        seconds: 6,
        times: 2,
        yaw: 0,
        pose: (u) => ({
          trunk: { rot: 40 * Math.sin(u * Math.PI * 2) },
          left: HANDS_FORWARD,
          right: HANDS_FORWARD,
        }),
      },
      stand(1, 0),
    ],
  },
  'side-bend': {
    repetitions: 4,
    degrees: 28,
    parts: [
      stand(2, 0),
      { seconds: 6, times: 2, yaw: 0, pose: (u) => ({ trunk: { lat: 28 * Math.sin(u * Math.PI * 2) } }) },
      stand(1, 0),
    ],
  },
  'empty-room': { repetitions: 0, parts: [empty(4, 0)] },
}

/** Nobody stands quite still. The same on the way there and back, so that pictures come again and need not be drawn again. */
const sway = (u) => ({ x: 0.01 * Math.cos(4 * Math.PI * u), z: 0.008 * Math.cos(8 * Math.PI * u) })

/** The poses of a scene at a frame rate: `{ pose, yaw }` for each frame. */
export function framesOf(name, rate) {
  return SCENES[name].parts.flatMap(({ seconds, times = 1, yaw, pose }) => {
    const count = Math.round(seconds * rate)
    const once = Array.from({ length: count }, (_, i) => ({ yaw, pose: swaying(pose(i / count), i / count) }))
    return Array.from({ length: times }, () => once).flat()
  })
}

function swaying(pose, u) {
  const { x, z } = sway(u)
  return pose && { ...pose, x: (pose.x ?? 0) + x, z }
}
