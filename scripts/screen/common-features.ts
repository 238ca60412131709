import { type Features, hears } from '@dorsal/care'

/** Features are marked in 2^BITS bits. */
const BITS = 18
/** So many styles of writing must use a feature: what only one uses says who writes, not what. */
const STYLES = 2

/** Marks the features that several styles use. */
export function commonIn(texts: readonly { style: string; seen: readonly Features[] }[]): Int8Array {
  const last = new Map<number, string>()
  const styles = new Uint8Array(2 ** BITS)
  const common = new Int8Array(2 ** BITS / 8)
  const sorted = [...texts].sort((a, b) => (a.style < b.style ? -1 : Number(a.style > b.style)))
  for (const { style, seen } of sorted)
    for (const { hashes } of seen)
      for (const hash of hashes) {
        const bit = hash & (2 ** BITS - 1)
        if (last.get(bit) === style) continue
        last.set(bit, style)
        styles[bit] = Math.min(STYLES, (styles[bit] ?? 0) + 1)
        if (styles[bit] === STYLES) common[bit >> 3] = (common[bit >> 3] ?? 0) | (1 << (bit & 7))
      }
  return common
}

/** Of the features of a text those that are marked. */
export function onlyCommon({ hashes, values }: Features, common: Int8Array): Features {
  const kept = [...hashes.keys()].filter((i) => hears(common, hashes[i] ?? 0))
  return {
    hashes: Uint32Array.from(kept, (i) => hashes[i] ?? 0),
    values: Float32Array.from(kept, (i) => values[i] ?? 0),
  }
}
