/** One figure of the body map. Back view: the person's left is on the left; front view: mirrored, as in a mirror's opposite. */
export type Figure = 'back' | 'front'

/** A region as drawn on a figure: the value of its answer, its outlines, and where its tick stands. */
export type Region = {
  value: string
  paths: readonly string[]
  ticks: readonly (readonly [number, number])[]
}

/** Half of the outline of a standing person in a box of 200 x 460; the other half is its mirror image. */
export const HALF_BODY =
  'M99.5 60 L110 60 C110 76 116 84 134 90 C152 95 161 106 163 124 C166 150 169 172 173 196 C177 216 181 236 184 254 ' +
  'C190 262 192 277 187 290 C184 298 177 297 175 289 C173 277 170 266 168 256 C163 236 159 218 155 200 ' +
  'C150 182 146 162 143 142 C143 162 140 182 137 200 C135 216 138 230 142 246 C147 268 146 292 143 316 ' +
  'C140 340 138 350 138 362 C141 382 139 402 134 426 C134 436 146 446 143 452 L116 452 C114 446 116 438 117 430 ' +
  'C113 408 112 385 114 362 C112 330 107 298 101 262 L99.5 262 Z'

const mirrored = (path: string): string =>
  path.replace(/([\d.]+) ([\d.]+)/g, (_whole, x: string, y: string) => `${200 - Number(x)} ${y}`)

const both = (value: string, path: string, x: number, y: number): Region => ({
  value,
  paths: [path, mirrored(path)],
  ticks: [
    [x, y],
    [200 - x, y],
  ],
})
const one = (value: string, path: string, x: number, y: number): Region => ({
  value,
  paths: [path],
  ticks: [[x, y]],
})

const BLADE = 'M113 99 C124 98 134 101 139 106 C143 120 140 136 133 147 C126 145 118 143 113 141 Z'
const ARM =
  'M146 127 L163 124 C166 150 169 172 173 196 C177 216 181 236 184 254 L168 256 C163 236 159 218 155 200 C150 182 147 158 146 127 Z'
const LEG =
  'M102 268 C112 272 130 270 145 264 C147 280 146 300 143 316 C140 340 138 350 138 362 C141 382 139 402 134 426 L117 430 C113 408 112 385 114 362 C112 330 107 298 102 268 Z'
const SHOULDER = 'M120 87 C150 91 161 106 163 121 L145 125 C144 108 134 97 118 96 Z'

const NECK = one(
  'neck',
  'M89 64 L111 64 C111 76 114 82 119 86 L116 91 L84 91 L81 86 C86 82 89 76 89 64 Z',
  100,
  82,
)

/** Order is the order of the arrow keys: from the head down. */
export const REGIONS: Readonly<Record<Figure, readonly Region[]>> = {
  back: [
    NECK,
    both('shoulder', SHOULDER, 150, 112),
    one('left blade', mirrored(BLADE), 74, 126),
    one('between blades', 'M90 94 L110 94 L110 146 L90 146 Z', 100, 124),
    one('right blade', BLADE, 126, 126),
    one('mid-spine', 'M90 149 L110 149 L110 192 L90 192 Z', 100, 175),
    both(
      'lower ribs back',
      'M113 146 C122 149 130 151 138 150 C139 166 138 180 136 192 L113 192 Z',
      125,
      174,
    ),
    one('low back', 'M64 195 L136 195 C135 210 136 222 140 238 L60 238 C64 222 65 210 64 195 Z', 100, 221),
    both('arm', ARM, 164, 196),
    both('leg', LEG, 127, 345),
  ],
  front: [
    NECK,
    both('shoulder', SHOULDER, 150, 112),
    one(
      'front chest',
      'M100 94 L116 95 C126 96 134 100 139 108 C140 122 134 138 124 148 L76 148 C66 138 60 122 61 108 C66 100 74 96 84 95 Z',
      100,
      124,
    ),
    both(
      'side ribs',
      'M127 149 C135 142 139 136 142 130 C143 156 141 178 137 200 L122 196 C124 180 126 164 127 149 Z',
      133,
      176,
    ),
    both('arm', ARM, 164, 196),
    both('leg', LEG, 127, 345),
  ],
}
