import { Color, Matrix4, type Quaternion, Vector3 } from 'three'
import { type Bone, BONES, type BonePlaces } from './bones.ts'

/** The bones a ring hangs on, with their shares. */
export type Hold = readonly (readonly [bone: Bone, share: number])[]

/** A ring of a tube: its middle, how it is turned, half its breadth, and how far it goes ahead and back. */
export type Ring = {
  at: Vector3
  turn: Quaternion
  wide: number
  ahead: number
  back: number
  hold: Hold
  colour: string
}

const ROUND = 20

/** Gathers tubes and balls into one mesh with the weights of its bones. */
export class Mould {
  readonly position: number[] = []
  readonly normal: number[] = []
  readonly colour: number[] = []
  readonly joint: number[] = []
  readonly weight: number[] = []
  readonly index: number[] = []
  readonly #colour = new Color()

  #point(at: Vector3, normal: Vector3, ring: Pick<Ring, 'hold' | 'colour'>): void {
    this.position.push(at.x, at.y, at.z)
    this.normal.push(normal.x, normal.y, normal.z)
    this.#colour.set(ring.colour)
    this.colour.push(this.#colour.r, this.#colour.g, this.#colour.b)
    for (let i = 0; i < 4; i++) {
      const [bone, share] = ring.hold[i] ?? ['pelvis', 0]
      this.joint.push(BONES.indexOf(bone))
      this.weight.push(share)
    }
  }

  /** A closed tube through rings, rounded off at both ends. */
  tube(rings: readonly Ring[]): void {
    const first = this.position.length / 3
    const point = new Vector3()
    const out = new Vector3()
    const before = new Vector3()
    const after = new Vector3()
    rings.forEach((ring, i) => {
      const prior = rings[i - 1] ?? ring
      const next = rings[i + 1] ?? ring
      for (let k = 0; k < ROUND; k++) {
        edge(ring, k, point)
        edge(prior, k, before)
        edge(next, k, after)
        // Square to the line along the tube and to the line about it.
        const along = after.sub(before)
        const about = tangent(ring, k)
        out.crossVectors(about, along).normalize()
        if (out.dot(before.copy(point).sub(ring.at)) < 0) out.negate()
        this.#point(point, out, ring)
      }
    })
    const [start, second] = rings
    if (start === undefined || second === undefined) return
    // Which way round a triangle faces out depends on whether the tube goes up or down its rings' own axis.
    const up = new Vector3(0, 1, 0).applyQuaternion(start.turn).dot(second.at.clone().sub(start.at)) > 0
    for (let i = 0; i + 1 < rings.length; i++)
      for (let k = 0; k < ROUND; k++) {
        const a = first + i * ROUND + k
        const b = first + i * ROUND + ((k + 1) % ROUND)
        if (up) this.index.push(a, a + ROUND, b, b, a + ROUND, b + ROUND)
        else this.index.push(a, b, a + ROUND, b, b + ROUND, a + ROUND)
      }
    this.#cap(start, second, first, up)
    this.#cap(rings.at(-1), rings.at(-2), first + (rings.length - 1) * ROUND, !up)
  }

  #cap(ring: Ring | undefined, inner: Ring | undefined, from: number, turns: boolean): void {
    if (ring === undefined || inner === undefined) return
    const out = ring.at.clone().sub(inner.at).normalize()
    const tip = this.position.length / 3
    this.#point(ring.at.clone().addScaledVector(out, 0.35 * ring.wide), out, ring)
    for (let k = 0; k < ROUND; k++) {
      const [a, b] = [from + k, from + ((k + 1) % ROUND)]
      this.index.push(tip, ...(turns ? [a, b] : [b, a]))
    }
  }

  /** A ball of three radii at a point of a bone (metres in the bone's axes). */
  ball(
    places: BonePlaces,
    bone: Bone,
    at: readonly number[],
    radii: readonly number[],
    colour: string,
    hold: Hold = [[bone, 1]],
    tilt = 0,
  ): void {
    const [x = 0, y = 0, z = 0] = at
    const [rx = 0.05, ry = rx, rz = rx] = radii
    const place = places[bone].clone().multiply(new Matrix4().makeTranslation(x, y, z))
    if (tilt !== 0) place.multiply(new Matrix4().makeRotationX(tilt))
    const rotate = new Matrix4().extractRotation(place)
    const rows = 12
    const first = this.position.length / 3
    for (let i = 0; i <= rows; i++) {
      const v = (Math.PI * i) / rows
      for (let k = 0; k < ROUND; k++) {
        const u = (2 * Math.PI * k) / ROUND
        const [nx, ny, nz] = [Math.sin(v) * Math.cos(u), Math.cos(v), Math.sin(v) * Math.sin(u)]
        const point = new Vector3(nx * rx, ny * ry, nz * rz).applyMatrix4(place)
        const normal = new Vector3(nx / rx, ny / ry, nz / rz).normalize().applyMatrix4(rotate)
        this.#point(point, normal, { hold, colour })
      }
    }
    for (let i = 0; i < rows; i++)
      for (let k = 0; k < ROUND; k++) {
        const a = first + i * ROUND + k
        const b = first + i * ROUND + ((k + 1) % ROUND)
        this.index.push(a, b, a + ROUND, b, b + ROUND, a + ROUND)
      }
  }
}

const angle = (k: number): number => (2 * Math.PI * k) / ROUND

function edge(ring: Ring, k: number, into: Vector3): void {
  const [c, s] = [Math.cos(angle(k)), Math.sin(angle(k))]
  into
    .set(c * ring.wide, 0, s * (s > 0 ? ring.ahead : ring.back))
    .applyQuaternion(ring.turn)
    .add(ring.at)
}

function tangent(ring: Ring, k: number): Vector3 {
  const [c, s] = [Math.cos(angle(k)), Math.sin(angle(k))]
  return new Vector3(-s * ring.wide, 0, c * (s > 0 ? ring.ahead : ring.back)).applyQuaternion(ring.turn)
}
