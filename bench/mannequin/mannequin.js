import * as THREE from 'three'
import { addArm, addHand, addHead, addLeg, addShoe, addTorso } from './parts.js'
import { skeleton } from './skeleton.js'
import { faceTexture, noiseTexture } from './textures.js'

/** A plain procedural person whose every angle is known. Never restyled, so that figures measured on it stay comparable. */
export class Mannequin extends THREE.Group {
  constructor(look = {}) {
    super()
    this.look = {
      skin: '#c98f6b',
      hair: '#2b1d14',
      shirt: '#2f6fb0',
      pants: '#30343c',
      shoe: '#e9e9ea',
      shorts: false,
      sleeve: 0.5,
      ...look,
    }
    const L = this.look
    const m = (o) =>
      new THREE.MeshStandardMaterial({ roughness: 0.75, metalness: 0, side: THREE.DoubleSide, ...o })
    this.mat = {
      skin: m({ map: noiseTexture(L.skin, 0.05, 256, 3), roughness: 0.6 }),
      shirt: m({ map: noiseTexture(L.shirt, 0.12, 256, 5, 2), roughness: 0.95 }),
      pants: m({ map: noiseTexture(L.pants, 0.12, 256, 7, 2), roughness: 0.95 }),
      hair: m({ map: noiseTexture(L.hair, 0.25, 128, 9), roughness: 0.9 }),
      shoe: m({ color: L.shoe }),
      face: m({ map: faceTexture(L.skin), roughness: 0.55 }),
      sole: m({ color: '#444' }),
    }
  }
  setPose(p) {
    for (const c of [...this.children]) {
      this.remove(c)
      c.geometry.dispose()
    }
    const joints = skeleton(p)
    const add = (g, mat) => {
      const o = new THREE.Mesh(g, mat)
      o.castShadow = o.receiveShadow = true
      this.add(o)
      return o
    }
    const body = { add, ...joints, L: this.look, M: this.mat }
    addTorso(body)
    addHead(body)
    for (const s of ['L', 'R']) {
      const k = s === 'L' ? 1 : -1
      const an = joints.J['an' + s]
      addArm(body, s, k)
      addHand(body, s, k)
      addLeg(body, s, an)
      addShoe(body, s, an)
    }
    return joints
  }
}
