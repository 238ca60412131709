import type { Features, TextModel } from '@dorsal/care'

export type Trained = { bits: number; bias: number; weights: Float64Array; score(row: Features): number }

const ROUNDS = 14
const STEP = 0.3
const PULL = 1e-3
const SEED = 20260101

/** A fixed sequence of numbers from 0 to 1, so that a training can be repeated. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** Logistic regression by stochastic gradient with steps of its own for each weight (AdaGrad) and a pull to zero. */
export function train<R>(
  rows: readonly R[],
  featuresIn: (row: R) => Features,
  bits: number,
  is: (row: R) => boolean,
  counts: (row: R) => number,
): Trained {
  const mask = 2 ** bits - 1
  const weights = new Float64Array(2 ** bits)
  const seen = new Float64Array(2 ** bits)
  let [bias, biasSeen] = [0, 1]
  const next = sequence(SEED)
  const order = rows.map((_, i) => i)
  const score = ({ hashes, values }: Features): number => {
    let sum = bias
    for (let k = 0; k < hashes.length; k += 1)
      sum += (weights[(hashes[k] ?? 0) & mask] ?? 0) * (values[k] ?? 0)
    return sum
  }
  const chance = (row: Features): number => 1 / (1 + Math.exp(-score(row)))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(next() * (i + 1))
      const [a, b] = [order[i] ?? 0, order[j] ?? 0]
      order[i] = b
      order[j] = a
    }
    for (const i of order) {
      const row = rows[i]
      if (row === undefined) continue
      const { hashes, values } = featuresIn(row)
      const error = (chance({ hashes, values }) - (is(row) ? 1 : 0)) * counts(row)
      biasSeen += error * error
      bias -= (STEP * error) / Math.sqrt(biasSeen)
      for (let k = 0; k < hashes.length; k += 1) {
        const at = (hashes[k] ?? 0) & mask
        const slope = error * (values[k] ?? 0) + PULL * (weights[at] ?? 0)
        seen[at] = (seen[at] ?? 0) + slope * slope
        weights[at] = (weights[at] ?? 0) - (STEP * slope) / Math.sqrt((seen[at] ?? 0) + 1e-8)
      }
    }
  }
  return { bits, bias, weights, score }
}

/** A trained head as it is kept: weights as signed bytes. */
export function packed(
  name: string,
  sees: 'words' | 'grammar',
  { bits, bias, weights }: Trained,
): TextModel['heads'][number] {
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) || 1
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / most) * 127))
  const round = (value: number) => Number(value.toPrecision(8))
  return {
    name,
    sees,
    bits,
    bias: round(bias),
    scale: round(most / 127),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}
