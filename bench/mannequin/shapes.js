import * as THREE from 'three'
import { mix, V } from './angles.js'

/* ---------- meshes: lofted elliptical rings with blended frames => smooth, organic bends ---------- */
export function loft(rings, seg = 28, capA = true, capB = true) {
  const pos = [],
    uv = [],
    idx = []
  const n = rings.length
  rings.forEach((r, i) => {
    for (let k = 0; k <= seg; k++) {
      const a = (k / seg) * Math.PI * 2
      const e = r.sq ?? 1
      const c = Math.cos(a),
        s = Math.sin(a)
      const v = V(
        Math.sign(c) * Math.abs(c) ** e * r.rx,
        0,
        Math.sign(s) * Math.abs(s) ** e * (s > 0 ? r.rz : (r.rb ?? r.rz)),
      )
        .applyQuaternion(r.q)
        .add(r.c)
      pos.push(v.x, v.y, v.z)
      uv.push(k / seg, i / (n - 1))
    }
  })
  for (let i = 0; i < n - 1; i++)
    for (let k = 0; k < seg; k++) {
      const a = i * (seg + 1) + k,
        b = a + seg + 1
      idx.push(a, b, a + 1, b, b + 1, a + 1)
    }
  for (const [on, i, f] of [
    [capA, 0, 1],
    [capB, n - 1, 0],
  ])
    if (on) {
      const c = pos.length / 3
      const r = rings[i]
      pos.push(r.c.x, r.c.y, r.c.z)
      uv.push(0.5, 0.5)
      for (let k = 0; k < seg; k++) {
        const a = i * (seg + 1) + k
        f ? idx.push(c, a, a + 1) : idx.push(c, a + 1, a)
      }
    }
  const g = new THREE.BufferGeometry()
  g.setAttribute('position', new THREE.Float32BufferAttribute(pos, 3))
  g.setAttribute('uv', new THREE.Float32BufferAttribute(uv, 2))
  g.setIndex(idx)
  g.computeVertexNormals()
  return g
}

/** Two-bone limb as a smooth tube. radii: [[t, r], ...] with t in 0..2 (joint at 1). */
export function limb(A, B_, C, qa, qb, radii, n = 26, t0 = 0, t1 = 2) {
  const rings = []
  for (let i = 0; i <= n; i++) {
    const t = mix(t0, t1, i / n)
    const w = THREE.MathUtils.smoothstep(t, 0.82, 1.18)
    const pa = A.clone().lerp(B_, Math.min(t, 1.18)),
      pb = B_.clone().lerp(C, t - 1)
    const c =
      t <= 0.82
        ? A.clone().lerp(B_, t)
        : t >= 1.18
          ? pb
          : A.clone()
              .lerp(B_, t)
              .lerp(B_.clone().lerp(C, t - 1), w)
    let k = 0
    while (k < radii.length - 2 && radii[k + 1][0] < t) k++
    const [ta, ra, za = ra] = radii[k],
      [tb, rb, zb = rb] = radii[k + 1]
    const u = THREE.MathUtils.clamp((t - ta) / (tb - ta), 0, 1),
      us = u * u * (3 - 2 * u)
    rings.push({ c, q: qa.clone().slerp(qb, w), rx: mix(ra, rb, us), rz: mix(za, zb, us) })
  }
  return loft(rings.reverse())
}
