import type { TextModel } from '../red-flag.ts'
import type { Features } from './features.ts'

/** How sure the classifier is (0 to 1) that a text names a danger, an emergency, and each group of dangers (the likeliest first). */
export type Judgement = { flag: number; emergency: number; groups: [string, number][] }

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** By the code of a letter; a device reads millions of them before its first message. */
const VALUE = new Uint8Array(128)
for (const [i, letter] of LETTERS.split('').entries()) VALUE[letter.charCodeAt(0)] = i

/** Base64 as signed bytes, and back: pure packages have neither `atob` nor `Buffer`. */
export function bytesOf(base64: string): Int8Array {
  const text = base64.replace(/=+$/, '')
  const out = new Int8Array(Math.floor((text.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (let i = 0; i < text.length; i += 1) {
    held = (held << 6) | (VALUE[text.charCodeAt(i)] ?? 0)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[at] = (held >> bits) & 255
    at += 1
    held &= (1 << bits) - 1
  }
  return out
}

/** Each signed byte as two signed half bytes, the lower one first. */
export function halvesOf(bytes: Int8Array): Int8Array {
  const out = new Int8Array(bytes.length * 2)
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    out[2 * i] = (byte << 28) >> 28
    out[2 * i + 1] = byte >> 4
  }
  return out
}

/** Whether the bit of a hash is set: only features that more than one style of writing uses are heard at all. */
export const hears = (common: Int8Array, hash: number): boolean =>
  (((common[(hash & (common.length * 8 - 1)) >> 3] ?? 0) >> (hash & 7)) & 1) === 1

type Weights = { common: Int8Array; embedding: Int8Array; out: Int8Array }
const unpacked = new WeakMap<TextModel, Weights>()

function weightsOf(model: TextModel): Weights {
  const known = unpacked.get(model)
  if (known) return known
  const made = {
    common: bytesOf(model.common),
    embedding: halvesOf(bytesOf(model.embedding.weights)),
    out: bytesOf(model.out.weights),
  }
  unpacked.set(model, made)
  return made
}

/** The hidden layer: the sum of what each feature stands for, where it is above zero. */
function hiddenOf(
  model: TextModel,
  { common, embedding }: Weights,
  { hashes, values }: Features,
): Float64Array {
  const { bits, width } = model
  const mask = 2 ** bits - 1
  const sums = new Float64Array(width)
  for (let i = 0; i < hashes.length; i += 1) {
    const hash = hashes[i] ?? 0
    if (!hears(common, hash)) continue
    const row = (hash & mask) * width
    const value = values[i] ?? 0
    for (let d = 0; d < width; d += 1) sums[d] = (sums[d] ?? 0) + (embedding[row + d] ?? 0) * value
  }
  return sums.map((sum, d) => Math.max(0, (model.bias[d] ?? 0) + model.embedding.scale * sum))
}

/** What the classifier makes of a text. */
export function judge(model: TextModel, features: Features): Judgement {
  const weights = weightsOf(model)
  const hidden = hiddenOf(model, weights, features)
  const scores = model.outBias.map((bias, o) => {
    let sum = 0
    for (let d = 0; d < model.width; d += 1) sum += (weights.out[o * model.width + d] ?? 0) * (hidden[d] ?? 0)
    return bias + model.out.scale * sum
  })
  const chances = model.classes.map((_, o) => Math.exp(scores[o] ?? 0))
  const all = chances.reduce((sum, chance) => sum + chance, 0)
  const groups = model.classes
    .map((name, o): [string, number] => [name, (chances[o] ?? 0) / all])
    .filter(([name]) => name in model.asks)
    .sort((a, b) => b[1] - a[1])
  const flag = groups.reduce((sum, [, chance]) => sum + chance, 0)
  return { flag, emergency: 1 / (1 + Math.exp(-(scores[model.classes.length] ?? 0))), groups }
}
