import type { TextModel } from '@dorsal/care'
import type { Network } from './network.ts'

const BYTE = 127
const HALF = 7
/** Of the half bytes the greatest stands for such a share of the greatest weight; what is greater is cut. */
const CUTS = Array.from({ length: 19 }, (_, i) => (i + 2) / 20)
const round = (value: number): number => Number(value.toPrecision(6))
const whole = (weight: number, scale: number, most: number): number =>
  Math.max(-most, Math.min(most, Math.round(weight / scale)))
const greatest = (weights: Float32Array): number =>
  weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) || 1
const base64 = (bytes: Int8Array): string => Buffer.from(bytes.buffer).toString('base64')

function inBytes(weights: Float32Array): TextModel['out'] {
  const scale = round(greatest(weights) / BYTE)
  return { scale, weights: base64(Int8Array.from(weights, (weight) => whole(weight, scale, BYTE))) }
}

/** Half bytes, with the scale that keeps closest to the weights. */
function inHalves(weights: Float32Array): TextModel['embedding'] {
  const top = greatest(weights)
  const lossOf = (scale: number) =>
    weights.reduce((sum, weight) => sum + (weight - scale * whole(weight, scale, HALF)) ** 2, 0)
  const scale = CUTS.map((cut) => round((cut * top) / HALF))
    .map((tried) => ({ tried, loss: lossOf(tried) }))
    .reduce((best, one) => (one.loss < best.loss ? one : best)).tried
  const half = (i: number) => whole(weights[i] ?? 0, scale, HALF)
  const bytes = new Int8Array(weights.length / 2).map((_, i) => (half(2 * i) & 15) | (half(2 * i + 1) << 4))
  return { scale, weights: base64(bytes) }
}

/** A network as it is kept, with the features that it hears. */
export function packed(
  { bits, width, embedding, bias, out, outBias }: Network,
  common: Int8Array,
): Pick<TextModel, 'bits' | 'width' | 'common' | 'embedding' | 'bias' | 'out' | 'outBias'> {
  return {
    bits,
    width,
    common: base64(common),
    embedding: inHalves(embedding),
    bias: [...bias].map(round),
    out: inBytes(out),
    outBias: [...outBias].map(round),
  }
}
