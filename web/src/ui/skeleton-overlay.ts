import { type Frame, type Landmark, LANDMARKS } from '@dorsal/motion'

const LINES: [Landmark, Landmark][] = [
  ['shoulderL', 'shoulderR'],
  ['hipL', 'hipR'],
  ['shoulderL', 'hipL'],
  ['shoulderR', 'hipR'],
  ['shoulderL', 'elbowL'],
  ['elbowL', 'wristL'],
  ['shoulderR', 'elbowR'],
  ['elbowR', 'wristR'],
  ['hipL', 'kneeL'],
  ['kneeL', 'ankleL'],
  ['ankleL', 'footL'],
  ['hipR', 'kneeR'],
  ['kneeR', 'ankleR'],
  ['ankleR', 'footR'],
]
const JOINTS = [...new Set(LINES.flat()), 'nose' as const]

/** Below this the model guesses where the part is; a guess is not drawn. */
const SEEN = 0.5

export type Point = { x: number; y: number }

const INDEX = new Map(LANDMARKS.map((name, index) => [name, index]))

/** Where a part of the body is on a canvas of this size; null where the model only guesses. */
export function pointOf(
  image: ArrayLike<number>,
  name: Landmark,
  width: number,
  height: number,
): Point | null {
  const at = (INDEX.get(name) ?? 0) * 4
  const x = image[at] ?? -1
  const y = image[at + 1] ?? -1
  const inside = x > -0.05 && x < 1.05 && y > -0.05 && y < 1.05
  return (image[at + 3] ?? 0) >= SEEN && inside ? { x: x * width, y: y * height } : null
}

/** Draws the skeleton of a frame, light on a dark edge so that it shows on any clothing; clears the canvas where nobody is. */
export function drawSkeleton(canvas: HTMLCanvasElement, frame: Frame | null): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height } = canvas
  context.clearRect(0, 0, width, height)
  const image = frame?.image
  if (!image) return
  const unit = Math.max(2, Math.min(width, height) / 130)
  const path = new Path2D()
  for (const [from, to] of LINES) {
    const start = pointOf(image, from, width, height)
    const end = pointOf(image, to, width, height)
    if (!start || !end) continue
    path.moveTo(start.x, start.y)
    path.lineTo(end.x, end.y)
  }
  // A line of no length with a round end is a dot.
  const dots = new Path2D()
  for (const name of JOINTS) {
    const point = pointOf(image, name, width, height)
    if (!point) continue
    dots.moveTo(point.x, point.y)
    dots.lineTo(point.x, point.y)
  }
  context.lineCap = 'round'
  trace(context, path, unit * 2.4, 'rgb(8 30 32 / 55%)')
  trace(context, path, unit * 1.2, '#eafffb')
  trace(context, dots, unit * 4, 'rgb(8 30 32 / 80%)')
  trace(context, dots, unit * 3, '#39d3c3')
}

export function trace(context: CanvasRenderingContext2D, path: Path2D, width: number, colour: string): void {
  context.lineWidth = width
  context.strokeStyle = colour
  context.stroke(path)
}
