import * as THREE from 'three'
import { V } from '../angles.js'
import { BODY } from '../skeleton.js'

const vector = ([x, y, z]) => V(x, y, z)
const quaternion = ([a, b, c, d, e, f, g, h, i]) =>
  new THREE.Quaternion().setFromRotationMatrix(
    new THREE.Matrix4().set(a, b, c, 0, d, e, f, 0, g, h, i, 0, 0, 0, 0, 1),
  )

/** A frame with `up` for its own up, and its own left as near to `left` as that allows. */
function upright(up, left) {
  const y = up.clone().normalize()
  const x = left.clone().addScaledVector(y, -left.dot(y)).normalize()
  return new THREE.Quaternion().setFromRotationMatrix(new THREE.Matrix4().makeBasis(x, y, x.clone().cross(y)))
}

/** The same frame tilted as little as need be for its own up to be `up`. */
function tilted(frame, up) {
  const now = V(0, 1, 0).applyQuaternion(frame)
  return new THREE.Quaternion().setFromUnitVectors(now, up.clone().normalize()).multiply(frame)
}

/** A body of the kinematic person as the mannequin's parts know one: points J, frames Q, lengths B. */
export function jointsOf({ joints, pelvis, chest, head }) {
  const p = (name) => vector(joints[name])
  const from = (a, b) => p(a).sub(p(b))
  const J = { hipMid: p('pelvis'), lum: p('sacrum'), mid: p('waist'), shMid: p('collar'), head: p('head') }
  const Q = { pelvis: quaternion(pelvis), head: quaternion(head) }
  const trunk = quaternion(chest)
  Q.lum = tilted(Q.pelvis.clone().slerp(trunk, 0.4), from('waist', 'sacrum'))
  Q.tho = tilted(Q.pelvis.clone().slerp(trunk, 0.9), from('collar', 'waist'))
  for (const s of ['L', 'R']) {
    Object.assign(J, {
      [`sh${s}`]: p(`shoulder${s}`),
      [`el${s}`]: p(`elbow${s}`),
      [`wr${s}`]: p(`wrist${s}`),
      [`hip${s}`]: p(`hip${s}`),
      [`kn${s}`]: p(`knee${s}`),
      [`an${s}`]: p(`ankle${s}`),
    })
    // Thumb ahead of the little finger: so the elbow's hinge lies across the forearm.
    const fore = from(`elbow${s}`, `wrist${s}`)
    const hinge = fore.clone().cross(from(`index${s}`, `pinky${s}`))
    Q[`fa${s}`] = upright(fore, hinge)
    Q[`ua${s}`] = upright(from(`shoulder${s}`, `elbow${s}`), hinge)
    const sole = from(`foot${s}`, `heel${s}`)
    const shank = from(`knee${s}`, `ankle${s}`)
    const across = shank.clone().cross(sole)
    Q[`th${s}`] = upright(from(`hip${s}`, `knee${s}`), across)
    Q[`sk${s}`] = upright(shank, across)
    Q[`ft${s}`] = upright(sole.clone().cross(across), across)
  }
  return { J, Q, B: { ...BODY, mid: J.mid.distanceTo(J.lum) + BODY.lumbar } }
}
