// World: y up, the person faces +z, the person's LEFT is +x. All angles in degrees, lengths in metres.
import * as THREE from 'three'

export const RADIANS = Math.PI / 180
export const V = (x, y, z) => new THREE.Vector3(x, y, z)
export const turn = (x, y, z, order = 'YXZ') =>
  new THREE.Quaternion().setFromEuler(new THREE.Euler(x * RADIANS, y * RADIANS, z * RADIANS, order))
export const mix = (a, b, t) => a + (b - a) * t
