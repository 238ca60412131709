import * as THREE from 'three'
import { RADIANS, turn, V } from './angles.js'
import { limb, loft } from './shapes.js'

/** Rings from crotch to collar, frames blended along the spine. */
export function addTorso({ add, J, Q, B, M }) {
  // torso: rings from crotch to collar, frames blended along the spine
  const spine = (y) => {
    // y measured along the spine from hip centre
    const seg = (a, b, q, d) => ({ c: a.clone().add(V(0, d, 0).applyQuaternion(q)), q })
    let c, q
    if (y <= B.lumbar) ({ c } = seg(J.hipMid, 0, Q.pelvis, y))
    else if (y <= B.mid) ({ c } = seg(J.lum, 0, Q.lum, y - B.lumbar))
    else ({ c } = seg(J.mid, 0, Q.tho, y - B.mid))
    const w1 = THREE.MathUtils.smoothstep(y, B.lumbar - 0.09, B.lumbar + 0.09),
      w2 = THREE.MathUtils.smoothstep(y, B.mid - 0.09, B.mid + 0.09)
    q = Q.pelvis.clone().slerp(Q.lum, w1).slerp(Q.tho, w2)
    return { c, q }
  }
  const T = (tab, m) => add(loft(tab.map(([y, rx, rz, rb, sq]) => ({ ...spine(y), rx, rz, rb, sq }))), m)
  T(
    [
      [-0.115, 0.06, 0.06, 0.07],
      [-0.1, 0.135, 0.085, 0.1],
      [-0.06, 0.165, 0.1, 0.125],
      [0, 0.172, 0.105, 0.125],
      [0.06, 0.16, 0.105, 0.105],
      [0.1, 0.15, 0.105, 0.095],
    ],
    M.pants,
  )
  T(
    [
      [0.03, 0.163, 0.112, 0.112],
      [0.08, 0.157, 0.112, 0.1],
      [0.15, 0.148, 0.11, 0.09],
      [0.22, 0.152, 0.115, 0.095],
      [0.3, 0.165, 0.125, 0.105],
      [0.37, 0.176, 0.125, 0.11],
      [0.43, 0.178, 0.11, 0.105],
      [0.47, 0.168, 0.09, 0.095],
      [0.495, 0.135, 0.075, 0.085],
      [0.515, 0.085, 0.065, 0.07],
      [0.53, 0.06, 0.058, 0.06],
    ],
    M.shirt,
  )
}

/** Neck, head, face, hair. */
export function addHead({ add, J, Q, B, M }) {
  // neck + head
  add(
    loft(
      [
        [0.5, 0.062],
        [0.54, 0.054],
        [0.58, 0.052],
        [0.62, 0.054],
      ].map(([y, r]) => {
        const w = THREE.MathUtils.smoothstep(y, 0.54, 0.62)
        const a = J.shMid.clone().add(V(0, y - B.shY, 0).applyQuaternion(Q.tho)),
          b = J.head.clone().add(V(0, y - B.shY - B.headC, -0.01).applyQuaternion(Q.head))
        return { c: a.lerp(b, w), q: Q.tho.clone().slerp(Q.head, w), rx: r, rz: r }
      }),
    ),
    M.skin,
  )
  const place = (o, x, y, z, s) => {
    o.position.copy(V(x, y, z).applyQuaternion(Q.head).add(J.head))
    o.quaternion.copy(Q.head)
    if (s) o.scale.set(...s)
    return o
  }
  place(add(new THREE.SphereGeometry(1, 40, 32), M.face), 0, 0, 0.01, [0.077, 0.116, 0.098])
  place(add(new THREE.SphereGeometry(1, 24, 18), M.skin), 0, -0.055, 0.03, [0.058, 0.06, 0.066])
  place(add(new THREE.SphereGeometry(1, 16, 12), M.skin), 0, -0.008, 0.103, [0.0135, 0.024, 0.02])
  for (const s of [1, -1])
    place(add(new THREE.SphereGeometry(1, 14, 10), M.skin), s * 0.078, 0, 0.002, [0.012, 0.03, 0.02])
  {
    const o = place(
      add(new THREE.SphereGeometry(1, 32, 20, 0, Math.PI * 2, 0, Math.PI * 0.52), M.hair),
      0,
      0.012,
      -0.006,
      [0.086, 0.116, 0.106],
    )
    o.quaternion.multiply(turn(-24, 0, 0))
  }
  place(add(new THREE.SphereGeometry(1, 24, 16), M.hair), 0, 0.0, -0.035, [0.079, 0.095, 0.08])
}

/** Arm, shoulder and sleeve of one side. */
export function addArm({ add, J, Q, L, M }, s, k) {
  // arms (skin) + deltoid + sleeve
  add(
    limb(J['sh' + s], J['el' + s], J['wr' + s], Q['ua' + s], Q['fa' + s], [
      [0, 0.052],
      [0.3, 0.05],
      [0.6, 0.046],
      [1, 0.038, 0.04],
      [1.25, 0.043],
      [1.6, 0.035],
      [2, 0.026, 0.022],
    ]),
    M.skin,
  )
  const q = Q['tho'].clone().slerp(Q['ua' + s], 0.5)
  const d = add(new THREE.SphereGeometry(1, 24, 18), M.shirt)
  d.position.copy(J['sh' + s]).add(V(-k * 0.004, -0.012, 0).applyQuaternion(Q.tho))
  d.quaternion.copy(q)
  d.scale.set(0.06, 0.064, 0.062)
  const d2 = add(new THREE.SphereGeometry(1, 24, 18), M.shirt)
  d2.position.copy(
    J['sh' + s]
      .clone()
      .lerp(J.shMid, 0.4)
      .add(V(0, -0.03, 0).applyQuaternion(Q.tho)),
  )
  d2.quaternion.copy(Q.tho)
  d2.scale.set(0.09, 0.072, 0.08)
  if (L.sleeve > 0)
    add(
      limb(
        J['sh' + s],
        J['el' + s],
        J['wr' + s],
        Q['ua' + s],
        Q['fa' + s],
        [
          [-0.05, 0.06],
          [0.3, 0.061],
          [L.sleeve, 0.062],
          [2, 0.04],
        ],
        14,
        -0.05,
        L.sleeve,
      ),
      M.shirt,
    )
}

/** Palm, fingers and thumb. */
export function addHand({ add, J, Q, M }, s, k) {
  // hand: palm + fingers + thumb
  const H = Q['fa' + s],
    at = (x, y, z) =>
      V(x, y, z)
        .applyQuaternion(H)
        .add(J['wr' + s])
  add(
    loft(
      [
        [0, 0.024, 0.02],
        [-0.03, 0.036, 0.018],
        [-0.075, 0.042, 0.016],
        [-0.095, 0.04, 0.014],
      ]
        .reverse()
        .map(([y, rx, rz]) => ({ c: at(0, y, 0), q: H.clone().multiply(turn(0, k * 75, 0)), rx, rz })),
    ),
    M.skin,
  )
  for (let f = 0; f < 4; f++) {
    const z = -0.029 + f * 0.0195
    add(
      loft(
        [
          [-0.085, 0.0105],
          [-0.12, 0.0098],
          [-0.165 + Math.abs(f - 1.6) * 0.009, 0.007],
        ]
          .reverse()
          .map(([y, r]) => ({ c: at(z * Math.cos(75 * RADIANS) * k * -1, y, z), q: H, rx: r, rz: r })),
        10,
      ),
      M.skin,
    )
  }
  add(
    loft(
      [
        [-0.025, 0.013],
        [-0.055, 0.012],
        [-0.095, 0.009],
      ]
        .reverse()
        .map(([y, r]) => ({ c: at(0, y, 0.028 + -y * 0.28), q: H, rx: r, rz: r })),
      10,
    ),
    M.skin,
  )
}

/** One leg, in trousers or shorts. */
export function addLeg({ add, J, Q, L, M }, s, an) {
  // legs
  const leg = [
    [0, 0.088, 0.092],
    [0.25, 0.084, 0.09],
    [0.6, 0.068, 0.072],
    [0.95, 0.052, 0.056],
    [1.05, 0.05, 0.054],
    [1.3, 0.054, 0.06],
    [1.65, 0.042, 0.044],
    [2, 0.034, 0.038],
  ]
  add(
    limb(J['hip' + s].clone().lerp(J['kn' + s], -0.02), J['kn' + s], an, Q['th' + s], Q['sk' + s], leg),
    L.shorts ? M.skin : M.pants,
  )
  if (L.shorts)
    add(
      limb(
        J['hip' + s],
        J['kn' + s],
        an,
        Q['th' + s],
        Q['sk' + s],
        [
          [0, 0.097, 0.1],
          [0.3, 0.096, 0.1],
          [0.62, 0.088, 0.092],
          [2, 0.07],
        ],
        14,
        -0.02,
        0.62,
      ),
      M.pants,
    )
}

/** One shoe. */
export function addShoe({ add, Q, M }, s, an) {
  // shoe
  const F = Q['ft' + s],
    fa = (x, y, z) => V(x, y, z).applyQuaternion(F).add(an),
    Fq = F.clone().multiply(turn(90, 0, 0))
  add(
    loft(
      [
        [-0.075, 0.02, 0.02, 0.03],
        [-0.06, 0.036, 0.05, 0.03],
        [0, 0.041, 0.065, 0.035],
        [0.06, 0.045, 0.045, 0.03],
        [0.12, 0.046, 0.028, 0.028],
        [0.165, 0.036, 0.02, 0.024],
        [0.185, 0.016, 0.012, 0.02],
      ].map(([z, rx, rt, rb]) => ({ c: fa(0, -0.055, z), q: Fq, rx, rz: rb, rb: rt })),
    ),
    M.shoe,
  )
}
