/** Numbers that look like chance and are the same every time (mulberry32): a seed gives one whole life. */
export type Chance = {
  next: () => number
  happens: (probability: number) => boolean
  between: (low: number, high: number) => number
  whole: (low: number, high: number) => number
  pick: <T>(from: readonly T[]) => T
  some: <T>(from: readonly T[], probability: number) => T[]
  /** About a normal distribution with mean 0 and standard deviation 1. */
  normal: () => number
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + next() * (high - low)
  return {
    next,
    happens: (probability) => next() < probability,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    pick: (from) => {
      const found = from[Math.floor(next() * from.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    some: (from, probability) => from.filter(() => next() < probability),
    normal: () => next() + next() + next() + next() + next() + next() - 3,
  }
}
