import type { TextModel } from '../red-flag.ts'
import type { Features, SeenText } from './features.ts'

/** How sure the classifier is (0 to 1) that a text names a danger, an emergency, and which group of dangers. */
export type Judgement = { flag: number; emergency: number; groups: [string, number][] }

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUE: ReadonlyMap<string, number> = new Map(LETTERS.split('').map((letter, i) => [letter, i]))

/** Base64 as signed bytes, and back: pure packages have neither `atob` nor `Buffer`. */
export function bytesOf(base64: string): Int8Array {
  const text = base64.replace(/=+$/, '')
  const out = new Int8Array(Math.floor((text.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (const letter of text) {
    held = (held << 6) | (VALUE.get(letter) ?? 0)
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out[at] = (held >> bits) & 255
    at += 1
    held &= (1 << bits) - 1
  }
  return out
}

type Head = {
  name: string
  sees: 'words' | 'grammar'
  bias: number
  scale: number
  mask: number
  weights: Int8Array
}
const heads = new WeakMap<TextModel, Head[]>()

function headsOf(model: TextModel): Head[] {
  const known = heads.get(model)
  if (known) return known
  const made = model.heads.map(({ name, sees, bias, scale, bits, weights }) => ({
    name,
    sees,
    bias,
    scale,
    mask: 2 ** bits - 1,
    weights: bytesOf(weights),
  }))
  heads.set(model, made)
  return made
}

function score({ bias, scale, mask, weights }: Head, { hashes, values }: Features): number {
  let sum = 0
  for (let i = 0; i < hashes.length; i += 1) sum += (weights[(hashes[i] ?? 0) & mask] ?? 0) * (values[i] ?? 0)
  return bias + scale * sum
}

/** What the classifier makes of a text. Heads of one name add up: one has seen the words, one what the grammar found. */
export function judge(model: TextModel, seen: SeenText): Judgement {
  const scores = new Map<string, number>()
  for (const head of headsOf(model))
    scores.set(head.name, (scores.get(head.name) ?? 0) + score(head, seen[head.sees]))
  const of = (name: string) => 1 / (1 + Math.exp(-(scores.get(name) ?? 0)))
  const groups = Object.keys(model.asks)
    .map((name): [string, number] => [name, of(name)])
    .sort((a, b) => b[1] - a[1])
  return { flag: of('flag'), emergency: of('emergency'), groups }
}
