/** Which side a joint is written for in the skeleton table: `@` stands for the side at hand, `~` for the other one. */
export type BodySide = 'L' | 'R'

const WORDS: Readonly<Record<BodySide, readonly string[]>> = { L: ['left', 'l'], R: ['right', 'r'] }

/**
 * A joint name without case, signs and the name of the subject that optical systems put in front ("Ann:LASI" is "lasi").
 * What remains is compared letter by letter, so that `Left_Shoulder`, `leftShoulder` and `LEFT SHOULDER` are one joint.
 */
export const plain = (name: string): string =>
  name
    .slice(name.lastIndexOf(':') + 1)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')

/** Every spelling of a joint of the table for one side: the side in front or behind, as a word or a letter. */
export function spellings(joint: string, side: BodySide | null): string[] {
  if (!/[@~]/.test(joint)) return [plain(joint)]
  if (side === null) return []
  const base = plain(joint)
  const own = joint.includes('~') ? (side === 'L' ? 'R' : 'L') : side
  return WORDS[own].flatMap((word) => [word + base, base + word])
}

/** Column of a joint of the table in a list of plain names; -1 where the record has no such joint. */
export function columnOf(names: readonly string[], joint: string, side: BodySide | null): number {
  for (const spelling of spellings(joint, side)) {
    const column = names.indexOf(spelling)
    if (column >= 0) return column
  }
  return -1
}
