import {
  BoxGeometry,
  type BufferGeometry,
  CatmullRomCurve3,
  CylinderGeometry,
  type Group,
  Mesh,
  MeshLambertMaterial,
  SphereGeometry,
  TubeGeometry,
  Vector3,
} from 'three'
import type { Palette } from './palette.ts'
import type { Solid } from './solids.ts'

function boxOf(solid: Extract<Solid, { shape: 'box' }>): BufferGeometry {
  const [x, y, z] = solid.half
  const made = new BoxGeometry(2 * x, 2 * y, 2 * z, 4, 4, 4)
  const round = Math.min(solid.round ?? 0, x, y, z)
  if (round > 0) {
    // Corners drawn in towards a box that is smaller by the rounding.
    const place = made.getAttribute('position')
    const normal = made.getAttribute('normal')
    const [point, inner] = [new Vector3(), new Vector3()]
    for (let i = 0; i < place.count; i++) {
      point.fromBufferAttribute(place, i)
      inner.set(
        Math.max(round - x, Math.min(x - round, point.x)),
        Math.max(round - y, Math.min(y - round, point.y)),
        Math.max(round - z, Math.min(z - round, point.z)),
      )
      point.sub(inner)
      if (point.lengthSq() > 1e-12) point.normalize()
      normal.setXYZ(i, point.x, point.y, point.z)
      place.setXYZ(i, inner.x + point.x * round, inner.y + point.y * round, inner.z + point.z * round)
    }
  }
  return made
}

function tubeOf(solid: Extract<Solid, { shape: 'tube' }>): BufferGeometry {
  const points = solid.points.map((point) => new Vector3().fromArray(point))
  const [a, b] = points
  if (points.length === 2 && a !== undefined && b !== undefined) {
    const made = new CylinderGeometry(solid.radius, solid.radius, Math.max(a.distanceTo(b), 1e-3), 14, 1)
    made.rotateX(Math.PI / 2)
    return made.lookAt(b.clone().sub(a)).translate((a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2)
  }
  return new TubeGeometry(new CatmullRomCurve3(points), 2 * points.length, solid.radius, 8)
}

/** One solid as a mesh; its geometry and material are its own, to be let go with it. */
export function meshOf(solid: Solid, palette: Palette, blocks: boolean): Mesh {
  const material = new MeshLambertMaterial({ color: palette[solid.tone] })
  // A wall lies in no shadow: it is there to lean on, not to be looked at.
  if (solid.tone === 'wall') material.emissive.set(palette.wall).multiplyScalar(0.55)
  if (solid.shape === 'ball') {
    const mesh = new Mesh(new SphereGeometry(solid.radius, 24, 16), material)
    mesh.position.fromArray(solid.at)
    return mesh
  }
  if (solid.shape === 'tube') return new Mesh(tubeOf(solid), material)
  const mesh = new Mesh(boxOf(solid), material)
  mesh.position.fromArray(solid.at)
  mesh.rotation.y = (solid.facing * Math.PI) / 180
  if (solid.faint === true && blocks) {
    // Between the eye and the person: seen through.
    material.transparent = true
    material.opacity = solid.tone === 'wall' ? 0.16 : 0.4
    material.depthWrite = false
    mesh.renderOrder = 2
  }
  return mesh
}

/** Takes everything out of a group and lets it go. */
export function emptied(group: Group): void {
  for (const child of group.children) {
    if (!(child instanceof Mesh)) continue
    child.geometry.dispose()
    const { material } = child
    for (const one of Array.isArray(material) ? material : [material]) one.dispose()
  }
  group.clear()
}
