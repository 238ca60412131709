import type { Features } from '@dorsal/care'

/** One text to learn from: two readings of it of which one is taken each time, its class, whether it is an emergency, how much it counts. */
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

const ROUNDS = 6
const STEP = 0.05
const FIRST = 0.02
/** Features and hidden values that are left out by chance, so that no word alone decides. */
const DROP_FEATURE = 0.2
const DROP_HIDDEN = 0.3
/** How much the emergency output counts beside the classes. */
const GRAVE = 0.5
const SEED = 20260101
/** Buckets of features (2^BITS), and how many numbers stand for each. */
const BITS = 15
const WIDTH = 32

/** A fixed sequence of numbers from 0 to 1, so that a training can be repeated. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function shuffle<T>(list: T[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(next() * (i + 1))
    const [a, b] = [list[i] as T, list[j] as T]
    list[i] = b
    list[j] = a
  }
}

/**
 * Trains an embedding of hashed features, one hidden layer and a choice among classes, by stochastic gradient with steps of its own for
 * each weight (AdaGrad). Deterministic: the same lessons in the same order give the same network.
 */
export function train(lessons: readonly Lesson[], classes: number): Network {
  const [bits, width] = [BITS, WIDTH]
  const next = sequence(SEED)
  const mask = 2 ** bits - 1
  const outputs = classes + 1
  const made = (size: number, first: number) =>
    Float32Array.from({ length: size }, () => (next() * 2 - 1) * first)
  const embedding = made(2 ** bits * width, FIRST)
  const [bias, out, outBias] = [made(width, 0), made(outputs * width, 0.3), made(outputs, 0)]
  const [embeddingSeen, biasSeen, outSeen, outBiasSeen] = [embedding, bias, out, outBias].map((weights) =>
    new Float32Array(weights.length).fill(1e-4),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array]
  const hidden = new Float32Array(width)
  const kept = new Float32Array(width)
  const slope = new Float32Array(width)
  const error = new Float32Array(outputs)
  const at = new Int32Array(20000)
  const by = new Float32Array(20000)
  let step = STEP
  const move = (weights: Float32Array, seen: Float32Array, i: number, g: number): void => {
    const s = (seen[i] as number) + g * g
    seen[i] = s
    weights[i] = (weights[i] as number) - (step * g) / Math.sqrt(s)
  }
  const learn = ({ seen, kind, grave, counts }: Lesson): void => {
    const { hashes, values } = seen[Math.floor(next() * seen.length)] as Features
    let size = 0
    hidden.set(bias)
    for (let k = 0; k < hashes.length && size < at.length; k += 1) {
      if (next() < DROP_FEATURE) continue
      const row = ((hashes[k] as number) & mask) * width
      const value = (values[k] as number) / (1 - DROP_FEATURE)
      at[size] = row
      by[size] = value
      size += 1
      for (let d = 0; d < width; d += 1)
        hidden[d] = (hidden[d] as number) + (embedding[row + d] as number) * value
    }
    for (let d = 0; d < width; d += 1)
      kept[d] = (hidden[d] as number) > 0 && next() >= DROP_HIDDEN ? 1 / (1 - DROP_HIDDEN) : 0
    let most = -Infinity
    for (let o = 0; o < outputs; o += 1) {
      let sum = outBias[o] as number
      for (let d = 0; d < width; d += 1)
        sum += (out[o * width + d] as number) * (hidden[d] as number) * (kept[d] as number)
      error[o] = sum
      if (o < classes) most = Math.max(most, sum)
    }
    let total = 0
    for (let o = 0; o < classes; o += 1) total += Math.exp((error[o] as number) - most)
    for (let o = 0; o < classes; o += 1)
      error[o] = counts * (Math.exp((error[o] as number) - most) / total - (o === kind ? 1 : 0))
    error[classes] = counts * GRAVE * (1 / (1 + Math.exp(-(error[classes] as number))) - (grave ? 1 : 0))
    slope.fill(0)
    for (let o = 0; o < outputs; o += 1) {
      const e = error[o] as number
      for (let d = 0; d < width; d += 1) {
        if (kept[d] === 0) continue
        const i = o * width + d
        slope[d] = (slope[d] as number) + e * (out[i] as number) * (kept[d] as number)
        move(out, outSeen, i, e * (hidden[d] as number) * (kept[d] as number))
      }
      move(outBias, outBiasSeen, o, e)
    }
    for (let d = 0; d < width; d += 1) if (kept[d] !== 0) move(bias, biasSeen, d, slope[d] as number)
    for (let k = 0; k < size; k += 1) {
      const row = at[k] as number
      const value = by[k] as number
      for (let d = 0; d < width; d += 1)
        if (kept[d] !== 0) move(embedding, embeddingSeen, row + d, (slope[d] as number) * value)
    }
  }
  const order = [...lessons]
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, next)
    step = STEP * (1 - round / ROUNDS)
    for (const lesson of order) learn(lesson)
  }
  return { bits, width, embedding, bias, out, outBias }
}
