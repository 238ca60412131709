import * as THREE from 'three'
import { RADIANS, V } from '../angles.js'

/** Width, depth, and height of what has a level top; without a height it stands on the floor. */
const TOPS = {
  chair: [0.44, 0.44, null],
  counter: [0.9, 0.5, null],
  desk: [0.9, 0.6, 0.04],
  step: [0.5, 0.35, null],
  shelf: [0.7, 0.25, 0.03],
  box: [0.4, 0.3, null],
  pillow: [0.45, 0.3, 0.1],
  towel: [0.5, 0.2, 0.08],
  roller: [0.6, 0.15, 0.15],
  pad: [0.5, 0.4, 0.05],
}
const COLOURS = { chair: '#6d4f36', wall: '#d9d3c4', band: '#2f8f5b', stick: '#8a6a3f', towel: '#e6e0f0' }
const THICK = { stick: 0.012, band: 0.008, towel: 0.03, pack: 0.05, pads: 0.04 }
const BACK = { height: 0.42, thick: 0.03, behind: 0.24 }
const WALL = { half: 1.1, height: 2.4, thick: 0.04 }

const look = (kind) => new THREE.MeshLambertMaterial({ color: COLOURS[kind] ?? '#b8bcc4' })

function mesh(geometry, kind, at, turn) {
  const made = new THREE.Mesh(geometry, look(kind))
  made.position.copy(at)
  if (turn) made.quaternion.copy(turn)
  return made
}

const box = (kind, [w, h, d], at, turn) => mesh(new THREE.BoxGeometry(w, h, d), kind, at, turn)
const yaw = (degrees) => new THREE.Quaternion().setFromAxisAngle(V(0, 1, 0), degrees * RADIANS)

function top({ kind, at: [x, y, z], facing }) {
  const [w, d, fixed] = TOPS[kind] ?? [0.4, 0.4, 0.1]
  const turn = yaw(facing)
  if (kind !== 'chair') {
    const h = Math.min(Math.max(y, 0.01), fixed ?? y)
    return [box(kind, [w, h, d], V(x, y - h / 2, z), turn)]
  }
  const on = (dx, dy, dz) =>
    V(dx, dy, dz)
      .applyQuaternion(turn)
      .add(V(x, y, z))
  const legs = [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ].map(([a, b]) => box(kind, [0.04, y, 0.04], on(a * 0.19, -y / 2, b * 0.19), turn))
  const back = box(kind, [w, BACK.height, BACK.thick], on(0, BACK.height / 2, -BACK.behind), turn)
  return [box(kind, [w, 0.04, d], on(0, -0.02, 0), turn), back, ...legs]
}

/** A wall is drawn only where the camera stands on the side of the body: nobody films through a wall. */
function upright({ kind, at, out, touching }, eye) {
  const normal = V(...out)
  if (kind === 'ball') return [mesh(new THREE.SphereGeometry(0.05, 16, 12), kind, V(...at))]
  if (
    eye
      .clone()
      .sub(V(...at))
      .dot(normal) < 0
  )
    return []
  if (kind === 'doorway')
    return touching.map((point) => box(kind, [0.06, 2.1, 0.06], V(point[0], 1.05, point[2])))
  const turn = new THREE.Quaternion().setFromUnitVectors(V(0, 0, 1), normal)
  // Seen edge-on it ends at the camera's side of the body, as the wall of a niche does.
  const middle = V(...at).addScaledVector(normal, -WALL.thick / 2)
  middle.y = WALL.height / 2
  const beside = V(eye.x, 0, eye.z).projectOnPlane(normal)
  const edgeOn = beside.length() > 0.8 * Math.hypot(eye.x, eye.z)
  if (edgeOn) middle.addScaledVector(beside.normalize(), -WALL.half + 0.35)
  return [box('wall', [2 * WALL.half, WALL.height, WALL.thick], middle, turn)]
}

function line({ kind, points }) {
  return points.slice(1).map((point, i) => {
    const a = V(...points[i])
    const b = V(...point)
    const way = b.clone().sub(a)
    const thick = THICK[kind] ?? 0.015
    const turn = new THREE.Quaternion().setFromUnitVectors(V(0, 1, 0), way.clone().normalize())
    return mesh(
      new THREE.CylinderGeometry(thick, thick, way.length(), 10),
      kind,
      a.add(b).multiplyScalar(0.5),
      turn,
    )
  })
}

function lump({ kind, at, along }) {
  const size = kind === 'box' || kind === 'bag' ? [0.32, 0.24, 0.24] : [0.05, 0.16, 0.05]
  const turn = new THREE.Quaternion().setFromUnitVectors(V(0, 1, 0), V(...along).normalize())
  return [box(kind, size, V(...at), kind === 'weight' ? turn : undefined)]
}

const MAKE = { top, upright, line, lump }

/** The shapes of things that were placed in the room; `eye`: where the camera is. */
export const shapesOf = (things, eye) => things.flatMap((thing) => MAKE[thing.form](thing, eye))
