import * as z from 'zod/mini'

/** A file that is no recording, said in plain words with the line at fault. */
export class RecordingError extends Error {
  override name = 'RecordingError'
}

const Flat = z.nullable(z.array(z.nullable(z.number())))

const Meta = z.object({
  type: z.literal('meta'),
  skeleton: z.optional(z.literal('blazepose33', { error: 'only skeleton "blazepose33" is known here' })),
  w: z.number().check(z.positive()),
  h: z.number().check(z.positive()),
  mirrored: z.optional(z.boolean()),
  timeUnit: z.optional(z.enum(['s', 'ms'])),
  exercise: z.optional(z.string()),
  id: z.optional(z.string()),
})

const Line = z.object({ t: z.number(), image: z.optional(Flat), world: z.optional(Flat) })

const Common = {
  id: z.optional(z.string()),
  exercise: z.optional(z.string()),
  sensor: z.optional(z.string()),
  fps: z.optional(z.nullable(z.number().check(z.positive()))),
  /** What is known of the record; only benches and tests look at it. */
  label: z.optional(z.nullable(z.object({ reps: z.optional(z.nullable(z.number())) }))),
}

const Point = z.nullable(z.array(z.nullable(z.number())))

const Skeleton = z.object({
  ...Common,
  units: z.optional(z.string()),
  axes: z.optional(z.string()),
  joints: z.array(z.string()),
  frames: z.array(z.nullable(z.array(Point))),
})
export type Skeleton = z.infer<typeof Skeleton>

const SignalRecord = z.object({
  ...Common,
  channels: z.array(z.string()),
  signal: z.array(z.array(z.nullable(z.number()))),
})
export type SignalRecord = z.infer<typeof SignalRecord>

/** One recording of the product's own: frames as the pose model saw them. `t` in seconds. */
export type ProductRecording = {
  kind: 'product'
  id: string
  width: number
  height: number
  mirrored: boolean
  frames: { t: number; image: (number | null)[] | null; world: (number | null)[] | null }[]
}

/** Any of the three kinds of record that can be analysed. */
export type Recording =
  | ProductRecording
  | { kind: 'skeleton'; id: string; record: Skeleton }
  | { kind: 'signal'; id: string; record: SignalRecord }

/**
 * Reads the text of a recording: a product recording (meta line, then a frame a line) or skeleton and signal records (one a
 * line). `name` is used where a record has no id. Throws `RecordingError` with the line at fault; never guesses.
 */
export function readRecordings(text: string, name: string): Recording[] {
  const lines = text
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ n: i + 1, value: parse(line, i + 1) }]))
  const first = lines[0]
  if (first === undefined) throw new RecordingError('the file is empty')
  if (isObject(first.value) && first.value['type'] === 'meta') return [product(lines, name)]
  return lines.map(({ n, value }) => record(value, n, name))
}

function parse(line: string, n: number): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    throw new RecordingError(`line ${n} is not JSON`)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function checked<T>(schema: z.ZodMiniType<T>, value: unknown, n: number): T {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const where = issue !== undefined && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''
  throw new RecordingError(`line ${n}${where}: ${issue?.message ?? 'not as expected'}`)
}

function product(lines: readonly { n: number; value: unknown }[], name: string): ProductRecording {
  const meta = checked(Meta, lines[0]?.value, lines[0]?.n ?? 1)
  const unit = meta.timeUnit === 'ms' ? 0.001 : 1
  const frames = lines.slice(1).map(({ n, value }) => {
    const line = checked(Line, value, n)
    return { t: line.t * unit, image: full(line.image, n, 'image'), world: full(line.world, n, 'world') }
  })
  if (frames.length === 0) throw new RecordingError('there is no frame after the meta line')
  return {
    kind: 'product',
    id: meta.id ?? name,
    width: meta.w,
    height: meta.h,
    mirrored: meta.mirrored ?? false,
    frames,
  }
}

function full(
  points: (number | null)[] | null | undefined,
  n: number,
  what: string,
): (number | null)[] | null {
  if (points === null || points === undefined) return null
  if (points.length !== 132)
    throw new RecordingError(`line ${n}: "${what}" has ${points.length} numbers, not 33 x 4`)
  return points
}

function record(value: unknown, n: number, name: string): Recording {
  if (!isObject(value)) throw new RecordingError(`line ${n} is not a record`)
  const id = typeof value['id'] === 'string' ? value['id'] : `${name}:${n}`
  if ('joints' in value) return { kind: 'skeleton', id, record: checked(Skeleton, value, n) }
  if ('channels' in value) return { kind: 'signal', id, record: checked(SignalRecord, value, n) }
  throw new RecordingError(`line ${n} is neither a meta line nor a record with "joints" or "channels"`)
}
