import * as THREE from 'three'

function rng(seed) {
  return () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 4294967296
}

/** Cloth, skin, wall: a colour with small deterministic blotches. */
export function noiseTexture(base, amp, size, seed, rep = 1) {
  const c = new OffscreenCanvas(size, size),
    g = c.getContext('2d'),
    r = rng(seed)
  g.fillStyle = base
  g.fillRect(0, 0, size, size)
  for (let i = 0; i < size * 14; i++) {
    const a = r() * amp
    g.fillStyle = r() < 0.5 ? `rgba(0,0,0,${a})` : `rgba(255,255,255,${a})`
    const s = 1 + r() * 5
    g.fillRect(r() * size, r() * size, s, s * (0.4 + r()))
  }
  const t = new THREE.CanvasTexture(c)
  t.wrapS = t.wrapT = THREE.RepeatWrapping
  t.repeat.set(rep, rep)
  t.colorSpace = THREE.SRGBColorSpace
  return t
}

export function faceTexture(skin) {
  const S = 512,
    c = new OffscreenCanvas(S, S),
    g = c.getContext('2d')
  g.fillStyle = skin
  g.fillRect(0, 0, S, S)
  // sphere uv: front (+z) is u=0.25 in three (u=0 at -x); mapped below so that the face centre is u=.25
  const cx = S * 0.25,
    ey = S * 0.455
  const sh = (x, y, rx, ry, col) => {
    g.fillStyle = col
    g.beginPath()
    g.ellipse(x, y, rx, ry, 0, 0, 7)
    g.fill()
  }
  sh(cx, S * 0.5, 78, 110, 'rgba(255,225,205,.18)')
  for (const s of [-1, 1]) {
    sh(cx + s * 33, ey + 2, 24, 15, 'rgba(90,50,40,.28)')
    sh(cx + s * 33, ey + 3, 14, 7.5, '#f4efe9')
    sh(cx + s * 33, ey + 3, 6.5, 7, '#4a3020')
    sh(cx + s * 33, ey + 3, 3, 3.2, '#0c0806')
    g.strokeStyle = '#2a1a12'
    g.lineWidth = 3
    g.beginPath()
    g.ellipse(cx + s * 33, ey + 3, 15, 8, 0, Math.PI * 1.02, Math.PI * 1.98)
    g.stroke()
    g.lineWidth = 7
    g.beginPath()
    g.ellipse(cx + s * 34, ey - 8, 20, 10, 0, Math.PI * 1.15, Math.PI * 1.85)
    g.stroke()
    sh(cx + s * 48, ey + 42, 24, 18, 'rgba(220,90,80,.12)')
  }
  sh(cx, ey + 36, 15, 7, 'rgba(90,40,30,.35)')
  sh(cx - 9, ey + 38, 4, 2.5, 'rgba(50,20,15,.6)')
  sh(cx + 9, ey + 38, 4, 2.5, 'rgba(50,20,15,.6)')
  sh(cx, ey + 63, 26, 8, '#b4615a')
  g.strokeStyle = '#6e2f2c'
  g.lineWidth = 2.5
  g.beginPath()
  g.moveTo(cx - 26, ey + 63)
  g.quadraticCurveTo(cx, ey + 68, cx + 26, ey + 63)
  g.stroke()
  sh(cx, ey + 80, 20, 5, 'rgba(90,40,30,.2)')
  const t = new THREE.CanvasTexture(c)
  t.colorSpace = THREE.SRGBColorSpace
  return t
}
