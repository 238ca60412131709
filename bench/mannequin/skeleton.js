import { turn, V } from './angles.js'

export const BODY = {
  hipW: 0.095,
  shW: 0.175,
  hipY: 0.93,
  lumbar: 0.09,
  mid: 0.27,
  shY: 0.49,
  neck: 0.075,
  headC: 0.205,
  upper: 0.285,
  fore: 0.255,
  hand: 0.17,
  thigh: 0.43,
  shank: 0.42,
  foot: 0.2,
}

/** pose: all optional.
 *  trunk: {flex (forward +), lat (to person's left +), rot (towards person's left +)}; pelvisYaw; head:{yaw,pitch,roll}
 *  left/right: {flex, abd, rotArm, elbow, hipFlex, hipAbd, knee}
 */
export function skeleton(p = {}) {
  const B = { ...BODY, ...(p.body || {}) }
  const t = { flex: 0, lat: 0, rot: 0, ...(p.trunk || {}) }
  const J = {},
    Q = {}
  Q.pelvis = turn(0, p.pelvisYaw || 0, 0)
  J.hipMid = V(p.x || 0, B.hipY - (p.drop || 0), p.z || 0)
  const half = turn(t.flex / 2, t.rot / 2, -t.lat / 2, 'YXZ')
  Q.lum = Q.pelvis.clone().multiply(half)
  Q.tho = Q.lum.clone().multiply(half)
  const up = (q, d) => V(0, d, 0).applyQuaternion(q)
  J.lum = J.hipMid.clone().add(up(Q.pelvis, B.lumbar))
  J.mid = J.lum.clone().add(up(Q.lum, B.mid - B.lumbar))
  J.shMid = J.mid.clone().add(up(Q.tho, B.shY - B.mid))
  J.neck = J.shMid.clone().add(up(Q.tho, B.neck))
  const h = { yaw: 0, pitch: 0, roll: 0, ...(p.head || {}) }
  Q.head = Q.tho.clone().multiply(turn(h.pitch, h.yaw, h.roll))
  J.head = J.shMid
    .clone()
    .add(up(Q.tho, 0.06))
    .add(up(Q.head, B.headC - 0.06))
  const hp = (x, y, z) => V(x, y, z).applyQuaternion(Q.head).add(J.head)
  J.nose = hp(0, -0.012, 0.112)
  J.eyeL = hp(0.032, 0.022, 0.085)
  J.eyeR = hp(-0.032, 0.022, 0.085)
  J.earL = hp(0.077, 0.0, 0.0)
  J.earR = hp(-0.077, 0.0, 0.0)
  for (const [S, s] of [
    ['L', 1],
    ['R', -1],
  ]) {
    const a = {
      flex: 0,
      abd: 6,
      rotArm: 0,
      elbow: 6,
      hipFlex: 0,
      hipAbd: 3,
      knee: 2,
      ...((S === 'L' ? p.left : p.right) || {}),
    }
    J['sh' + S] = J.shMid.clone().add(V(s * B.shW, -0.01, 0).applyQuaternion(Q.tho))
    // arm points down (-y); flexion rotates it forwards (+z), abduction away from the body
    Q['ua' + S] = Q.tho
      .clone()
      .multiply(turn(0, 0, s * a.abd))
      .multiply(turn(-a.flex, 0, 0))
      .multiply(turn(0, s * a.rotArm, 0))
    J['el' + S] = J['sh' + S].clone().add(up(Q['ua' + S], -B.upper))
    Q['fa' + S] = Q['ua' + S].clone().multiply(turn(-a.elbow, 0, 0))
    J['wr' + S] = J['el' + S].clone().add(up(Q['fa' + S], -B.fore))
    J['ha' + S] = J['wr' + S].clone().add(up(Q['fa' + S], -B.hand))
    J['hip' + S] = J.hipMid.clone().add(V(s * B.hipW, 0, 0).applyQuaternion(Q.pelvis))
    Q['th' + S] = Q.pelvis
      .clone()
      .multiply(turn(0, 0, s * a.hipAbd))
      .multiply(turn(-a.hipFlex, 0, 0))
    J['kn' + S] = J['hip' + S].clone().add(up(Q['th' + S], -B.thigh))
    Q['sk' + S] = Q['th' + S].clone().multiply(turn(a.knee, 0, 0))
    J['an' + S] = J['kn' + S].clone().add(up(Q['sk' + S], -B.shank))
    const fq = Q.pelvis.clone().multiply(turn(0, s * 8, 0))
    Q['ft' + S] = fq
    J['he' + S] = J['an' + S].clone().add(V(0, -0.06, -0.05).applyQuaternion(fq))
    J['to' + S] = J['an' + S].clone().add(V(0, -0.07, 0.15).applyQuaternion(fq))
  }
  return { J, Q, B }
}
