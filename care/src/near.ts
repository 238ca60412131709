/** Letters that do not come apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Words as they are compared: small letters, without accents and signs.
 * @param text Whatever somebody wrote.
 * @returns Its words in order; none for a text without a letter or number.
 */
export function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/**
 * How many slips of the finger lie between two words: a letter too many, too few, wrong, or two beside one another exchanged, no letter
 * touched twice (the restricted Damerau-Levenshtein distance).
 * @param limit From how many on it does not matter any more.
 * @returns The number of slips; `limit + 1` where there are more than `limit`.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let older: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      now.push(
        Math.min(
          (before[column] ?? 0) + 1,
          (now[column - 1] ?? 0) + 1,
          (before[column - 1] ?? 0) + (same ? 0 : 1),
          exchanged ? (older[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    if (Math.min(...now) > limit) return limit + 1
    older = before
    before = now
  }
  return Math.min(before[b.length] ?? 0, limit + 1)
}

/** From this length on a word may differ by one slip of the finger, and from the second on by two. */
const ONE_SLIP_FROM = 4
const TWO_SLIPS_FROM = 8

/**
 * How many slips are forgiven in a word: none in a short one, where another letter is another word.
 * @param word As it was typed.
 */
export const slipsForgiven = (word: string): number =>
  word.length >= TWO_SLIPS_FROM ? 2 : word.length >= ONE_SLIP_FROM ? 1 : 0
