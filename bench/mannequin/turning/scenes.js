/**
 * What the mannequin does where turning of the trunk is measured: bodies and looks, ways of holding the arms, and movements whose
 * angles are known. Every scene begins with a second of standing, from which the resting pose is taken.
 */
const HANGING = {}
const FORWARD = { flex: 88, abd: -16, elbow: 3 }
const CROSSED = { flex: 30, abd: 8, rotArm: -70, elbow: 112 }
const SIDEWAYS = { abd: 86, elbow: 4 }

/** Proportions in metres and looks: a middling body, a slight one near the camera, a broad one with long arms further away. */
export const BODIES = {
  middling: { body: {}, look: {}, away: 3.1, height: 1.05 },
  slight: {
    body: { shW: 0.158, hipW: 0.1, upper: 0.262, fore: 0.232 },
    look: { shirt: '#8c8f94', pants: '#6b5a48', skin: '#f0c9ab', hair: '#8a5a2b', sleeve: 1.6 },
    away: 2.5,
    height: 1.2,
  },
  broad: {
    body: { shW: 0.192, hipW: 0.098, upper: 0.305, fore: 0.275 },
    look: { shirt: '#f1efe6', pants: '#22304a', skin: '#6b4429', hair: '#111111', sleeve: 0.3 },
    away: 3.5,
    height: 0.9,
  },
}

const wave = (u) => Math.sin(2 * Math.PI * u)
const ease = (u) => 0.5 - 0.5 * Math.cos(Math.PI * u)
const armsAt = (arms, u) =>
  Object.fromEntries(
    Object.entries(arms).map(([key, value]) => [key, (REST[key] ?? 0) + u * (value - (REST[key] ?? 0))]),
  )
const REST = { abd: 6, elbow: 6 }

/** Standing, arms into place, `seconds` of `move(u)` with the arms so. */
const scene = (arms, seconds, move) => [
  { seconds: 1.2, pose: () => ({}) },
  { seconds: 0.8, pose: (u) => both(armsAt(arms, ease(u))) },
  { seconds, pose: (u) => ({ ...both(arms), ...move(u) }) },
]
const both = (arm) => ({ left: arm, right: arm })
const turn = (degrees) => (u) => ({ trunk: { rot: degrees * wave(u) } })

/** `kind`: turning of the trunk, of the whole body, of both together, or none of it. */
export const SCENES = {
  forward: { kind: 'trunk', parts: scene(FORWARD, 6, turn(50)) },
  crossed: { kind: 'trunk', parts: scene(CROSSED, 6, turn(50)) },
  hanging: { kind: 'trunk', parts: scene(HANGING, 6, turn(50)) },
  sideways: { kind: 'trunk', parts: scene(SIDEWAYS, 6, turn(50)) },
  whole: { kind: 'body', parts: scene(HANGING, 5, (u) => ({ pelvisYaw: 45 * wave(u) })) },
  'whole-forward': { kind: 'body', parts: scene(FORWARD, 5, (u) => ({ pelvisYaw: 40 * wave(u) })) },
  together: {
    kind: 'both',
    parts: scene(CROSSED, 5, (u) => ({ pelvisYaw: 15 * wave(u), trunk: { rot: 35 * wave(u) } })),
  },
  bend: { kind: 'none', parts: scene(HANGING, 5, (u) => ({ trunk: { lat: 28 * wave(u) } })) },
}

/** The poses of a scene for one body, `rate` a second. */
export function framesOf(name, body, rate) {
  return SCENES[name].parts.flatMap(({ seconds, pose }) => {
    const count = Math.round(seconds * rate)
    return Array.from({ length: count }, (_, i) => ({ ...pose(i / count), body }))
  })
}
