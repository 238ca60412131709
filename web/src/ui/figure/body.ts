import type { Skeleton } from '@dorsal/motion'
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  Matrix4,
  Quaternion,
  Uint16BufferAttribute,
  Vector3,
} from 'three'
import {
  type Bone,
  BONES,
  type BonePlaces,
  emptyPlaces,
  KNUCKLES,
  placeBones,
  type Side,
  SIDES,
} from './bones.ts'
import { COLOURS } from './colours.ts'
import { ARM, type Girth, LEG, SKULL, TRUNK } from './girths.ts'
import { type Hold, Mould, type Ring } from './rings.ts'

const HEM = 0.035

/** Where along the trunk each bone has all the say, metres over the hips. */
const SAY: readonly (readonly [Bone, number])[] = [
  ['pelvis', 0.04],
  ['lumbar', 0.13],
  ['waist', 0.21],
  ['ribs', 0.29],
  ['chest', 0.39],
]

function trunkHold(y: number): Hold {
  const above = SAY.findIndex(([, at]) => at >= y)
  if (above === 0) return [['pelvis', 1]]
  if (above === -1) return [['chest', 1]]
  const [upper, to] = SAY[above] ?? ['chest', 1]
  const [lower, from] = SAY[above - 1] ?? ['pelvis', 0]
  const share = (y - from) / (to - from)
  return [
    [lower, 1 - share],
    [upper, share],
  ]
}

const turnOf = (place: Matrix4): Quaternion => new Quaternion().setFromRotationMatrix(place)
const pointOf = (place: Matrix4, x: number, y: number, z: number): Vector3 =>
  new Vector3(x, y, z).applyMatrix4(place)

/** Upright with the arms a little out: halfway between all that joints do, so that no bend is far. */
export const bindPose = {
  armL: { flexion: 20, abduction: 45, elbow: 20 },
  armR: { flexion: 20, abduction: 45, elbow: 20 },
  legL: { flexion: 10, knee: 16, abduction: 3 },
  legR: { flexion: 10, knee: 16, abduction: 3 },
}

type Limb = {
  upper: Bone
  lower: Bone
  lengths: readonly [number, number]
  girths: readonly Girth[]
  colourAt: (t: number) => string
}

const smooth = (x: number, from: number, to: number): number => {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

/** A limb of two bones as one tube that bends smoothly about its joint. */
function limb(mould: Mould, places: BonePlaces, { upper, lower, lengths, girths, colourAt }: Limb): void {
  const [first, second] = [turnOf(places[upper]), turnOf(places[lower])]
  mould.tube(
    girths.map(([t, wide, ahead, back]): Ring => {
      const share = smooth(t, 0.8, 1.2)
      const at =
        t <= 1
          ? pointOf(places[upper], 0, -t * lengths[0], 0)
          : pointOf(places[lower], 0, -(t - 1) * lengths[1], 0)
      return {
        at,
        turn: first.clone().slerp(second, share),
        wide,
        ahead,
        back,
        colour: colourAt(t),
        hold: [
          [upper, 1 - share],
          [lower, share],
        ],
      }
    }),
  )
}

function trunk(mould: Mould, places: BonePlaces): void {
  const turn = turnOf(places.pelvis)
  const ring = (
    [y, wide, ahead, back]: readonly [number, number, number, number],
    colour: string,
    more = 0,
  ): Ring => ({
    at: pointOf(places.pelvis, 0, y, 0),
    turn,
    wide: wide + more,
    ahead: ahead + more,
    back: back + more,
    colour,
    hold: trunkHold(y),
  })
  mould.tube(TRUNK.filter(([y]) => y < 0.12).map((row) => ring(row, COLOURS.trousers)))
  const hem: readonly [number, number, number, number] = [HEM, 0.162, 0.1, 0.116]
  mould.tube([hem, ...TRUNK.filter(([y]) => y > HEM)].map((row) => ring(row, COLOURS.shirt, 0.007)))
}

function head(mould: Mould, places: BonePlaces): void {
  const { skin, hair, face } = COLOURS
  const neck: Hold = [['neck', 1]]
  const rings: readonly (readonly [number, number, number, Hold])[] = [
    [-0.05, 0.06, 0.055, [['chest', 1]]],
    [
      0,
      0.052,
      0.052,
      [
        ['chest', 0.6],
        ['neck', 0.4],
      ],
    ],
    [0.05, 0.048, 0.049, neck],
    [
      0.1,
      0.048,
      0.05,
      [
        ['neck', 0.6],
        ['head', 0.4],
      ],
    ],
    [0.15, 0.05, 0.055, [['head', 1]]],
  ]
  const turn = turnOf(places.neck)
  mould.tube(
    rings.map(
      ([y, wide, deep, hold]): Ring => ({
        at: pointOf(places.neck, 0, y, 0),
        turn,
        wide,
        ahead: deep,
        back: deep,
        colour: skin,
        hold,
      }),
    ),
  )
  const facing = turnOf(places.head)
  mould.tube(
    SKULL.map(
      ([y, wide, middle, ahead, back]): Ring => ({
        at: pointOf(places.head, 0, y, middle),
        turn: facing,
        wide,
        ahead,
        back,
        colour: skin,
        hold: [['head', 1]],
      }),
    ),
  )
  mould.ball(places, 'head', [0, -0.01, 0.0905], [0.01, 0.018, 0.015], skin)
  for (const way of [1, -1]) {
    mould.ball(places, 'head', [way * 0.074, -0.005, -0.004], [0.01, 0.027, 0.018], skin)
    mould.ball(places, 'head', [way * 0.027, 0.018, 0.0825], [0.0065, 0.008, 0.005], face)
    mould.ball(places, 'head', [way * 0.028, 0.042, 0.081], [0.012, 0.0026, 0.004], hair)
  }
  mould.ball(places, 'head', [0, -0.054, 0.0885], [0.018, 0.0035, 0.005], COLOURS.lips)
  // Hair: a cap over the top and the back of the head.
  mould.ball(places, 'head', [0, 0.05, -0.01], [0.0795, 0.085, 0.09], hair, [['head', 1]], -0.35)
  mould.ball(places, 'head', [0, 0.0, -0.032], [0.077, 0.085, 0.074], hair)
}

function hand(mould: Mould, places: BonePlaces, side: Side): void {
  const turn = turnOf(places[`hand${side}`])
  const rows: readonly (readonly [y: number, thick: number, broad: number, fingers: number])[] = [
    [0.012, 0.018, 0.024, 0],
    [-0.02, 0.02, 0.031, 0],
    [-0.055, 0.019, 0.039, 0],
    [-0.08, 0.0165, 0.04, 0.3],
    [-0.1, 0.0145, 0.039, 0.8],
    [-0.13, 0.0125, 0.036, 1],
    [-0.155, 0.0105, 0.029, 1],
    [-0.17, 0.007, 0.016, 1],
  ]
  mould.tube(
    rows.map(
      ([y, thick, broad, fingers]): Ring => ({
        at: pointOf(places[`hand${side}`], 0, y, -0.004),
        turn,
        wide: thick,
        ahead: broad,
        back: broad,
        colour: COLOURS.skin,
        hold: [
          [`hand${side}`, 1 - fingers],
          [`fingers${side}`, fingers],
        ],
      }),
    ),
  )
  const palm = side === 'L' ? -1 : 1
  const thumb: readonly (readonly [y: number, z: number, r: number])[] = [
    [-0.015, 0.022, 0.014],
    [-0.045, 0.041, 0.0135],
    [-0.075, 0.053, 0.0115],
    [-0.098, 0.057, 0.007],
  ]
  mould.tube(
    thumb.map(
      ([y, z, r]): Ring => ({
        at: pointOf(places[`hand${side}`], palm * 0.008, y, z),
        turn,
        wide: r,
        ahead: r,
        back: r,
        colour: COLOURS.skin,
        hold: [[`hand${side}`, 1]],
      }),
    ),
  )
}

function foot(mould: Mould, places: BonePlaces, side: Side): void {
  // Rings along the sole, from the heel to the toes: how far ahead, half breadth, top and bottom against the ankle.
  const rows: readonly (readonly [number, number, number, number])[] = [
    [-0.075, 0.018, -0.02, -0.065],
    [-0.06, 0.033, 0.005, -0.076],
    [-0.02, 0.038, 0.03, -0.079],
    [0.03, 0.04, 0.02, -0.079],
    [0.08, 0.045, -0.015, -0.079],
    [0.13, 0.046, -0.035, -0.079],
    [0.165, 0.038, -0.045, -0.077],
    [0.183, 0.02, -0.052, -0.072],
  ]
  const place = places[`foot${side}`]
  const turn = turnOf(place).multiply(new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), Math.PI / 2))
  mould.tube(
    rows.map(
      ([z, wide, top, low]): Ring => ({
        at: pointOf(place, 0, (top + low) / 2, z),
        turn,
        wide,
        // Turned by a quarter about x, ahead of the ring is down.
        ahead: (top - low) / 2,
        back: (top - low) / 2,
        colour: COLOURS.shoe,
        hold: [[`foot${side}`, 1]],
      }),
    ),
  )
}

/** The body as one mesh on its bones, made once; `rest`: where the bones are in it. */
export function bodyGeometry(standing: Skeleton): { geometry: BufferGeometry; rest: BonePlaces } {
  const rest = emptyPlaces()
  placeBones(standing, { L: { how: 'free' }, R: { how: 'free' } }, rest)
  // Straight fingers.
  for (const side of SIDES)
    rest[`fingers${side}`].copy(rest[`hand${side}`]).multiply(new Matrix4().makeTranslation(0, -KNUCKLES, 0))
  const { build } = standing
  const mould = new Mould()
  trunk(mould, rest)
  head(mould, rest)
  for (const side of SIDES) {
    const { shirt, skin, trousers } = COLOURS
    const way = side === 'L' ? 1 : -1
    limb(mould, rest, {
      upper: `upper${side}`,
      lower: `fore${side}`,
      lengths: [build.upperArm, build.foreArm],
      girths: ARM,
      colourAt: (t) => (t < 0.51 ? shirt : skin),
    })
    mould.ball(rest, `upper${side}`, [0, -0.01, 0], [0.049, 0.046, 0.053], shirt)
    mould.ball(rest, 'chest', [way * 0.105, 0.128, -0.008], [0.086, 0.05, 0.07], shirt, [
      ['chest', 0.7],
      [`upper${side}`, 0.3],
    ])
    mould.ball(rest, `fore${side}`, [0, 0, 0], [0.037], skin)
    hand(mould, rest, side)
    limb(mould, rest, {
      upper: `thigh${side}`,
      lower: `shank${side}`,
      lengths: [build.thigh, build.shank],
      girths: LEG,
      colourAt: (t) => (t < 1.89 ? trousers : skin),
    })
    mould.ball(rest, `thigh${side}`, [0, 0, -0.004], [0.088, 0.092, 0.094], trousers)
    mould.ball(rest, `shank${side}`, [0, 0, 0.002], [0.056, 0.058, 0.058], trousers)
    foot(mould, rest, side)
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(mould.position), 3))
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(mould.normal), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(mould.colour), 3))
  geometry.setAttribute('skinIndex', new Uint16BufferAttribute(mould.joint, 4))
  geometry.setAttribute('skinWeight', new BufferAttribute(new Float32Array(mould.weight), 4))
  geometry.setIndex(mould.index)
  return { geometry, rest }
}

const [plain, pale] = [new Color(), new Color()]

/** Takes some of the colour out of what stays still, so that what moves is seen by its strength. */
export function emphasise(
  geometry: BufferGeometry,
  base: Float32Array,
  moves: ReadonlySet<Bone>,
  still: string,
): void {
  const colour = geometry.getAttribute('color')
  const joint = geometry.getAttribute('skinIndex')
  const weight = geometry.getAttribute('skinWeight')
  pale.set(still)
  for (let i = 0; i < colour.count; i++) {
    let moving = 0
    for (let k = 0; k < 4; k++) {
      const bone = BONES[joint.getComponent(i, k)]
      // A face stays a face.
      if (bone !== undefined && (moves.has(bone) || bone === 'head')) moving += weight.getComponent(i, k)
    }
    plain.setRGB(base[3 * i] ?? 0, base[3 * i + 1] ?? 0, base[3 * i + 2] ?? 0)
    plain.lerp(pale, 0.32 * (1 - moving))
    colour.setXYZ(i, plain.r, plain.g, plain.b)
  }
  colour.needsUpdate = true
}
