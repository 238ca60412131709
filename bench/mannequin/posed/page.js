import * as THREE from 'three'
import { RADIANS, V } from '../angles.js'
import { Mannequin } from '../mannequin.js'
import { addArm, addHand, addHead, addLeg, addShoe, addTorso } from '../parts.js'
import { noiseTexture } from '../textures.js'
import { jointsOf } from './joints.js'
import { shapesOf } from './things.js'

const canvas = document.getElementById('picture')
const WALL_BEHIND = 2.2
const cloth = (o) => new THREE.MeshBasicMaterial(o)

/**
 * Floor, a wall that is always behind the body, and light: once for all films. No shadows and few pixels: thousands of pictures
 * are drawn without a graphics card.
 */
const renderer = new THREE.WebGLRenderer({ canvas, antialias: false, preserveDrawingBuffer: true })
renderer.setPixelRatio(0.8)
const scene = new THREE.Scene()
scene.background = new THREE.Color('#cfd3d4')
const room = new THREE.Group()
const floor = new THREE.Mesh(
  new THREE.PlaneGeometry(14, 14),
  cloth({ map: noiseTexture('#a5825f', 0.15, 512, 21, 6) }),
)
floor.rotation.x = -Math.PI / 2
const wall = new THREE.Mesh(
  new THREE.PlaneGeometry(14, 5),
  cloth({ map: noiseTexture('#d8d4cb', 0.05, 512, 23, 3) }),
)
wall.position.set(0, 2.5, -WALL_BEHIND)
const key = new THREE.DirectionalLight('#fff4e6', 2.1)
key.position.set(1.6, 3.4, 3)
const fill = new THREE.DirectionalLight('#dfe9ff', 0.5)
fill.position.set(-3, 1.6, 1.5)
room.add(floor, wall, key, fill)
scene.add(room, new THREE.HemisphereLight('#ffffff', '#8d7a66', 1.5))
const { look: L, mat } = new Mannequin({ shorts: true })
const M = Object.fromEntries(
  Object.entries(mat).map(([name, { map, color }]) => [
    name,
    new THREE.MeshLambertMaterial({ map, color, side: THREE.DoubleSide }),
  ]),
)
const body = new THREE.Group()
const stays = new THREE.Group()
const goes = new THREE.Group()
scene.add(body, stays, goes)

const eye = new THREE.PerspectiveCamera()
let film = { frames: [] }

function empty(group) {
  for (const child of [...group.children]) {
    group.remove(child)
    child.geometry.dispose()
  }
}

/** Opens a film: `camera` and `things` of the room, and for each frame the body and what it carries. The answer is its count. */
window.openScene = (given) => {
  film = given
  const { distance, above, yaw, pitch, fov, width, height } = film.camera
  renderer.setSize(width, height, false)
  Object.assign(eye, { fov, aspect: width / height, near: 0.05, far: 30 })
  eye.updateProjectionMatrix()
  eye.position.set(-Math.sin(yaw * RADIANS) * distance, above, Math.cos(yaw * RADIANS) * distance)
  eye.rotation.set(-pitch * RADIANS, -yaw * RADIANS, 0, 'YXZ')
  room.rotation.y = -yaw * RADIANS
  empty(stays)
  const shapes = shapesOf(film.things, eye.position)
  if (shapes.length > 0) stays.add(...shapes)
  return film.frames.length
}

/** One frame as a JPEG in base64. */
window.picture = (index) => {
  const { skeleton, carried } = film.frames[index]
  empty(body)
  empty(goes)
  const { J, Q, B } = jointsOf(skeleton)
  const add = (geometry, material) => {
    const made = new THREE.Mesh(geometry, material)
    body.add(made)
    return made
  }
  const parts = { add, J, Q, B, L, M }
  addTorso(parts)
  addHead(parts)
  for (const s of ['L', 'R']) {
    const k = s === 'L' ? 1 : -1
    addArm(parts, s, k)
    addHand(parts, s, k)
    addLeg(parts, s, J[`an${s}`])
    addShoe(parts, s, J[`an${s}`])
  }
  const shapes = shapesOf(carried, V(0, 0, 0))
  if (shapes.length > 0) goes.add(...shapes)
  renderer.render(scene, eye)
  return canvas.toDataURL('image/jpeg', 0.88).slice('data:image/jpeg;base64,'.length)
}
