import type { Features } from '@dorsal/care'

/** One text to learn from: readings of it of which one is taken each time, its class, whether it is an emergency, how much it counts. */
export type Lesson = { seen: readonly Features[]; kind: number; grave: boolean; counts: number }

/** What was learned: `embedding` 2^bits rows of `width`, then outputs over the hidden layer, one for each class and a last one for emergencies. */
export type Network = {
  bits: number
  width: number
  embedding: Float32Array
  bias: Float32Array
  out: Float32Array
  outBias: Float32Array
}

const ROUNDS = 16
const STEP = 0.05
/** Weights begin by chance up to these. */
const FIRST = { embedding: 0.02, out: 0.3 }
/** Features and hidden values that are left out by chance, so that no word alone decides. */
const DROP_FEATURE = 0.2
const DROP_HIDDEN = 0.3
/** How much the emergency output counts beside the classes. */
const GRAVE = 0.5
const MOST_FEATURES = 20000
const SEED = 20260101
/** Buckets of features (2^BITS), and how many numbers stand for each. */
const BITS = 17
const WIDTH = 48

/** A fixed sequence of numbers from 0 to 1, so that a training can be repeated. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** A list in another order, by chance. */
function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const places = list.map((one): [number, T] => [next(), one])
  return places.sort(([a], [b]) => a - b).map(([, one]) => one)
}

/** Weights with the sum of their squared slopes: each moves by steps of its own, the smaller the more it has moved (AdaGrad). */
type Layer = { weights: Float32Array; seen: Float32Array }

function layer(size: number, first: number, next: () => number): Layer {
  const weights = Float32Array.from({ length: size }, () => (next() * 2 - 1) * first)
  return { weights, seen: new Float32Array(size).fill(1e-4) }
}

function move({ weights, seen }: Layer, i: number, slope: number, step: number): void {
  const sum = (seen[i] ?? 0) + slope * slope
  seen[i] = sum
  weights[i] = (weights[i] ?? 0) - (step * slope) / Math.sqrt(sum)
}

/** Scores to how far each is from what it should be: one class is right, the last output says for itself whether it is an emergency. */
function toErrors(scores: Float32Array, { kind, grave, counts }: Lesson): void {
  const classes = scores.length - 1
  const most = scores.subarray(0, classes).reduce((top, score) => Math.max(top, score), -Infinity)
  let total = 0
  for (let o = 0; o < classes; o += 1) total += Math.exp((scores[o] ?? 0) - most)
  for (let o = 0; o < classes; o += 1)
    scores[o] = counts * (Math.exp((scores[o] ?? 0) - most) / total - (o === kind ? 1 : 0))
  scores[classes] = counts * GRAVE * (1 / (1 + Math.exp(-(scores[classes] ?? 0))) - (grave ? 1 : 0))
}

/**
 * Trains an embedding of hashed features, one hidden layer and a choice among classes by stochastic gradient. Deterministic: the same
 * lessons in the same order give the same network.
 */
export function train(lessons: readonly Lesson[], classes: number): Network {
  const next = sequence(SEED)
  const mask = 2 ** BITS - 1
  const outputs = classes + 1
  const embedding = layer(2 ** BITS * WIDTH, FIRST.embedding, next)
  const bias = layer(WIDTH, 0, next)
  const out = layer(outputs * WIDTH, FIRST.out, next)
  const outBias = layer(outputs, 0, next)
  const [hidden, kept, slope] = [new Float32Array(WIDTH), new Float32Array(WIDTH), new Float32Array(WIDTH)]
  const errors = new Float32Array(outputs)
  const rows = new Int32Array(MOST_FEATURES)
  const shares = new Float32Array(MOST_FEATURES)

  /** Fills the hidden layer; answers how many features it kept. */
  const forward = ({ hashes, values }: Features): number => {
    let size = 0
    hidden.set(bias.weights)
    for (let k = 0; k < hashes.length && size < MOST_FEATURES; k += 1) {
      if (next() < DROP_FEATURE) continue
      const row = ((hashes[k] ?? 0) & mask) * WIDTH
      const share = (values[k] ?? 0) / (1 - DROP_FEATURE)
      rows[size] = row
      shares[size] = share
      size += 1
      for (let d = 0; d < WIDTH; d += 1)
        hidden[d] = (hidden[d] ?? 0) + (embedding.weights[row + d] ?? 0) * share
    }
    for (let d = 0; d < WIDTH; d += 1) {
      kept[d] = (hidden[d] ?? 0) > 0 && next() >= DROP_HIDDEN ? 1 / (1 - DROP_HIDDEN) : 0
      hidden[d] = (hidden[d] ?? 0) * (kept[d] ?? 0)
    }
    for (let o = 0; o < outputs; o += 1) {
      let sum = outBias.weights[o] ?? 0
      for (let d = 0; d < WIDTH; d += 1) sum += (out.weights[o * WIDTH + d] ?? 0) * (hidden[d] ?? 0)
      errors[o] = sum
    }
    return size
  }

  const learn = (lesson: Lesson, step: number): void => {
    const features = lesson.seen[Math.floor(next() * lesson.seen.length)]
    if (features === undefined) return
    const size = forward(features)
    toErrors(errors, lesson)
    slope.fill(0)
    for (let o = 0; o < outputs; o += 1) {
      const error = errors[o] ?? 0
      for (let d = 0; d < WIDTH; d += 1) {
        if (kept[d] === 0) continue
        const i = o * WIDTH + d
        slope[d] = (slope[d] ?? 0) + error * (out.weights[i] ?? 0) * (kept[d] ?? 0)
        move(out, i, error * (hidden[d] ?? 0), step)
      }
      move(outBias, o, error, step)
    }
    for (let d = 0; d < WIDTH; d += 1) if (kept[d] !== 0) move(bias, d, slope[d] ?? 0, step)
    for (let k = 0; k < size; k += 1) {
      const row = rows[k] ?? 0
      const share = shares[k] ?? 0
      for (let d = 0; d < WIDTH; d += 1)
        if (kept[d] !== 0) move(embedding, row + d, (slope[d] ?? 0) * share, step)
    }
  }

  for (let round = 0; round < ROUNDS; round += 1)
    for (const lesson of shuffled(lessons, next)) learn(lesson, STEP * (1 - round / ROUNDS))
  const { weights } = embedding
  return {
    bits: BITS,
    width: WIDTH,
    embedding: weights,
    bias: bias.weights,
    out: out.weights,
    outBias: outBias.weights,
  }
}
