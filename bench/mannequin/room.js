import * as THREE from 'three'
import { RADIANS } from './angles.js'
import { Mannequin } from './mannequin.js'
import { noiseTexture } from './textures.js'

/** The room, the light, the camera, and the mannequin in it. */
export function makeScene(look = {}, { w = 640, h = 480, canvas, shadows = true } = {}) {
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: true, preserveDrawingBuffer: true })
  renderer.setPixelRatio(1)
  renderer.setSize(w, h, false)
  renderer.shadowMap.enabled = shadows
  renderer.shadowMap.type = THREE.PCFShadowMap
  const scene = new THREE.Scene()
  scene.background = new THREE.Color('#cfd3d4')
  const m = (o) => new THREE.MeshStandardMaterial({ roughness: 0.95, ...o })
  const floor = new THREE.Mesh(
    new THREE.PlaneGeometry(9, 9),
    m({ map: noiseTexture(look.floor || '#a5825f', 0.15, 512, 21, 4) }),
  )
  floor.rotation.x = -Math.PI / 2
  floor.receiveShadow = true
  scene.add(floor)
  const wall = new THREE.Mesh(
    new THREE.PlaneGeometry(9, 4),
    m({ map: noiseTexture(look.wall || '#d8d4cb', 0.05, 512, 23, 2) }),
  )
  wall.position.set(0, 2, -1.7)
  wall.receiveShadow = true
  scene.add(wall)
  const box = (x, y, z, a, b, c, col) => {
    const o = new THREE.Mesh(new THREE.BoxGeometry(a, b, c), m({ color: col }))
    o.position.set(x, y, z)
    o.castShadow = o.receiveShadow = true
    scene.add(o)
  }
  if (look.furniture !== false) {
    box(-1.75, 0.45, -1.35, 0.9, 0.9, 0.5, '#7d5b3c')
    box(1.9, 1.0, -1.45, 0.7, 2.0, 0.4, '#e8e3da')
    box(-1.7, 1.5, -1.66, 0.8, 0.55, 0.04, '#40566b')
    box(-1.75, 1.0, -1.35, 0.16, 0.22, 0.16, '#33684a')
    box(0, 0.05, -1.66, 9, 0.1, 0.04, '#f2f0ea')
  }
  scene.add(new THREE.HemisphereLight('#ffffff', '#8d7a66', 1.5))
  const key = new THREE.DirectionalLight('#fff4e6', 2.1)
  key.position.set(1.6, 3.4, 3)
  key.castShadow = shadows
  key.shadow.mapSize.set(1024, 1024)
  Object.assign(key.shadow.camera, { left: -2.5, right: 2.5, top: 2.5, bottom: -2.5 })
  key.shadow.radius = 4
  scene.add(key)
  const fill = new THREE.DirectionalLight('#dfe9ff', 0.5)
  fill.position.set(-3, 1.6, 1.5)
  scene.add(fill)
  const cam = new THREE.PerspectiveCamera(42, w / h, 0.1, 30)
  cam.position.set(0, 1.15, 3.1)
  cam.lookAt(0, 0.95, 0)
  const man = new Mannequin(look)
  scene.add(man)
  return {
    renderer,
    scene,
    cam,
    man,
    /** `yaw` of the camera around the person in degrees, + when seen from the person's left. */
    view(yaw = 0, dist = 3.1, height = 1.15, target = 0.95) {
      cam.position.set(Math.sin(yaw * RADIANS) * dist, height, Math.cos(yaw * RADIANS) * dist)
      cam.lookAt(0, target, 0)
      cam.updateMatrixWorld()
    },
    render(pose) {
      const s = man.setPose(pose)
      renderer.render(scene, cam)
      return s
    },
  }
}
