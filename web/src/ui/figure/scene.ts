import {
  Bone as ThreeBone,
  type BufferGeometry,
  CatmullRomCurve3,
  CircleGeometry,
  DirectionalLight,
  Group,
  HemisphereLight,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PerspectiveCamera,
  RingGeometry,
  Scene,
  Skeleton as ThreeSkeleton,
  SkinnedMesh,
  SphereGeometry,
  TubeGeometry,
  Vector3,
  WebGLRenderer,
  PlaneGeometry,
} from 'three'
import { type PlacedProp, type Skeleton, skeletonOf, type View } from '@dorsal/motion'
import { bindPose, bodyGeometry, emphasise } from './body.ts'
import { type Bone, BONES, type BonePlaces, emptyPlaces, placeBones } from './bones.ts'
import { handsOf } from './hands.ts'
import { eyeOf, type Lens } from './lens.ts'
import { bodyAt, type Shown } from './loop.ts'
import { movingBones, type Path, pathsOf } from './movers.ts'
import { paletteOf } from './palette.ts'
import { emptied, meshOf } from './props-mesh.ts'
import { carriedBy, framing, RIM } from './stage-set.ts'
import { solidsOf } from './solids.ts'

/** What a scene shows: the exercise, from where, in which colours, and whether its way is drawn. */
export type SceneInput = { shown: Shown; view: View; dark: boolean; arcs: boolean }

const LYING = new Set([
  'prone',
  'supine',
  'supine-on-roll',
  'side-lying',
  'quadruped',
  'kneeling',
  'half-kneeling',
  'heel-sitting',
])

/** What hardly moves, breathes: the ribs widen by so much, and the belly. */
const SWELL: readonly (readonly [Bone, number])[] = [
  ['ribs', 0.06],
  ['chest', 0.03],
  ['waist', 0.05],
]
const swell = new Matrix4()

function breathe(places: BonePlaces, share: number): void {
  for (const [bone, more] of SWELL)
    places[bone].multiply(swell.makeScale(1 + more * share, 1, 1 + 1.5 * more * share))
}

/** Made once for a page: it takes a phone a tenth of a second. */
let made: ReturnType<typeof bodyGeometry> | null = null

/** Makes what every figure is made of, ahead of the first. */
export function prepareBody(): ReturnType<typeof bodyGeometry> {
  made ??= bodyGeometry(skeletonOf('standing', bindPose))
  return made
}

/** The room with one figure in it, drawn on a canvas of its own. One at a time: a page has few WebGL contexts to give. */
export class FigureScene {
  readonly #renderer: WebGLRenderer
  readonly #scene = new Scene()
  readonly #camera = new PerspectiveCamera(26, 1, 0.1, 30)
  readonly #bones: ThreeBone[]
  readonly #places: BonePlaces = emptyPlaces()
  readonly #body: SkinnedMesh<BufferGeometry, MeshLambertMaterial>
  readonly #colours: Float32Array
  readonly #room = new Group()
  readonly #carried = new Group()
  readonly #ways = new Group()
  readonly #sun = new DirectionalLight('#ffffff', 1.75)
  #beads: { mesh: Mesh; path: Path }[] = []
  #input: SceneInput | null = null
  #standing: readonly PlacedProp[] = []
  #aspect = 1
  #breathes = false

  constructor(canvas: HTMLCanvasElement, context: WebGL2RenderingContext) {
    this.#renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: true })
    this.#renderer.setClearAlpha(0)
    const { geometry: body, rest } = prepareBody()
    const geometry = body.clone()
    this.#colours = new Float32Array(geometry.getAttribute('color').array)
    this.#bones = BONES.map((name) => {
      const bone = new ThreeBone()
      bone.matrixAutoUpdate = false
      bone.matrixWorld.copy(rest[name])
      return bone
    })
    this.#body = new SkinnedMesh(geometry, new MeshLambertMaterial({ vertexColors: true }))
    this.#body.frustumCulled = false
    const inverses = BONES.map((name) => rest[name].clone().invert())
    this.#body.bind(new ThreeSkeleton(this.#bones, inverses), this.#body.matrixWorld)
    this.#scene.add(new HemisphereLight('#ffffff', '#cfc8be', 1.75), this.#sun, this.#sun.target)
    this.#scene.add(this.#body, this.#room, this.#carried, this.#ways)
  }

  /** Resolves when what is shown can be drawn without the page standing still for the graphics card. */
  async ready(): Promise<void> {
    await this.#renderer.compileAsync(this.#scene, this.#camera)
  }

  resize(width: number, height: number, ratio: number): void {
    this.#renderer.setPixelRatio(ratio)
    this.#renderer.setSize(width, height, false)
    this.#aspect = width / Math.max(1, height)
    if (this.#input !== null) this.show(this.#input)
  }

  /** Sets the room for an exercise: seats, walls, the way of the movement, and from where it is seen. */
  show(input: SceneInput): void {
    this.#input = input
    const { shown, view, dark, arcs } = input
    const palette = paletteOf(dark)
    const ways = pathsOf(shown)
    const paths = arcs ? ways : []
    this.#breathes = ways.length === 0 && shown.figure.shows === undefined
    const set = framing(shown, view, this.#aspect, paths)
    this.#standing = set.standing
    this.#aim(set.lens)
    emptied(this.#room)
    const eye = eyeOf(set.lens)
    for (const prop of set.standing) {
      const blocks =
        prop.form === 'upright' &&
        (eye[0] - prop.at[0]) * prop.out[0] + (eye[2] - prop.at[2]) * prop.out[2] < 0.4
      for (const solid of solidsOf(prop)) this.#room.add(meshOf(solid, palette, blocks))
    }
    this.#floor(set.bodies, LYING.has(shown.figure.stance), palette.floor, palette.mat)
    emphasise(this.#body.geometry, this.#colours, movingBones(shown), palette.still)
    this.#drawWays(paths, palette.way, palette.bead)
  }

  #aim(lens: Lens): void {
    const eye = eyeOf(lens)
    this.#camera.fov = lens.fov
    this.#camera.aspect = this.#aspect
    this.#camera.position.fromArray(eye)
    this.#camera.lookAt(...lens.target)
    this.#camera.updateProjectionMatrix()
    // Light from over the shoulder of who looks.
    const yaw = ((lens.yaw - 35) * Math.PI) / 180
    this.#sun.position.set(
      lens.target[0] - 3 * Math.sin(yaw),
      lens.target[1] + 4,
      lens.target[2] + 3 * Math.cos(yaw),
    )
    this.#sun.target.position.fromArray(lens.target)
    this.#sun.target.updateMatrixWorld()
  }

  #floor(bodies: readonly Skeleton[], lying: boolean, floor: string, mat: string): void {
    const all = bodies.flatMap(({ joints }) => Object.values(joints))
    const span = (axis: 0 | 2): [number, number] => {
      const along = all.map((point) => point[axis])
      return [Math.min(...along), Math.max(...along)]
    }
    const [x0, x1] = span(0)
    const [z0, z1] = span(2)
    const middle = new Vector3((x0 + x1) / 2, 0, (z0 + z1) / 2)
    const disc = new Mesh(
      new CircleGeometry(1, 48),
      new MeshBasicMaterial({ color: floor, transparent: true, opacity: 0.75 }),
    )
    disc.scale.set((x1 - x0) / 2 + RIM, (z1 - z0) / 2 + RIM, 1)
    disc.rotation.x = -Math.PI / 2
    disc.position.copy(middle).setY(-0.012)
    this.#room.add(disc)
    if (!lying) return
    const sheet = new Mesh(new PlaneGeometry(1, 1), new MeshLambertMaterial({ color: mat }))
    sheet.scale.set(Math.max(0.6, x1 - x0 + 0.24), Math.max(0.6, z1 - z0 + 0.24), 1)
    sheet.rotation.x = -Math.PI / 2
    sheet.position.copy(middle).setY(-0.006)
    this.#room.add(sheet)
  }

  #drawWays(paths: readonly Path[], way: string, bead: string): void {
    emptied(this.#ways)
    this.#beads = []
    for (const path of paths) {
      const points = path.points.map((point) => new Vector3().fromArray(point))
      const material = new MeshBasicMaterial({ color: way, transparent: true, opacity: 0.85 })
      const tube = new Mesh(new TubeGeometry(new CatmullRomCurve3(points), 48, 0.009, 8), material)
      // The end of the range is a ring that the bead comes to fill.
      const end = new Mesh(new RingGeometry(0.03, 0.045, 28), material.clone())
      const last = points.at(-1)
      if (last !== undefined) end.position.copy(last)
      end.lookAt(this.#camera.position)
      const outer = new Mesh(new SphereGeometry(0.03, 20, 14), new MeshBasicMaterial({ color: way }))
      const inner = new Mesh(new SphereGeometry(0.017, 16, 10), new MeshBasicMaterial({ color: bead }))
      inner.position.copy(this.#camera.position).sub(end.position).setLength(0.021)
      outer.add(inner)
      this.#ways.add(tube, end, outer)
      this.#beads.push({ mesh: outer, path })
    }
  }

  /** Draws the figure as it is `seconds` into its loop. */
  draw(seconds: number): void {
    const { shown } = this.#input ?? {}
    if (shown === undefined) return
    const { body, out, mirrored } = bodyAt(shown, seconds)
    this.pose(body, out, mirrored)
  }

  /** Draws a body as it is. */
  pose(body: Skeleton, out: number, mirrored: boolean): void {
    if (this.#input === null) return
    const { shown, dark } = this.#input
    const palette = paletteOf(dark)
    placeBones(body, handsOf(shown.figure, body, this.#standing, mirrored), this.#places)
    if (this.#breathes) breathe(this.#places, out)
    BONES.forEach((name, i) => this.#bones[i]?.matrixWorld.copy(this.#places[name]))
    emptied(this.#carried)
    for (const prop of carriedBy(shown.figure, body, mirrored))
      for (const solid of solidsOf(prop)) this.#carried.add(meshOf(solid, palette, false))
    for (const { mesh, path } of this.#beads) {
      const at = Math.min(path.points.length - 1, Math.max(0, out * (path.points.length - 1)))
      const [low, high] = [path.points[Math.floor(at)], path.points[Math.ceil(at)]]
      if (low !== undefined && high !== undefined)
        mesh.position.fromArray(low).lerp(new Vector3().fromArray(high), at - Math.floor(at))
    }
    this.#renderer.render(this.#scene, this.#camera)
  }

  dispose(): void {
    for (const group of [this.#room, this.#carried, this.#ways]) emptied(group)
    this.#body.geometry.dispose()
    this.#body.material.dispose()
    this.#body.skeleton.dispose()
    this.#renderer.dispose()
    this.#renderer.forceContextLoss()
  }
}
