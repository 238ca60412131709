/**
 * The recommendation score of a group: share of answers 9 and 10 minus share of answers 0 to 6, in points from -100 to 100. Null without
 * answers. Answers outside of 0 to 10 are left out. Few answers swing widely: show how many there are.
 */
export function recommendation(answers: readonly number[]): { score: number; answers: number } | null {
  const given = answers.filter((value) => value >= 0 && value <= 10)
  if (given.length === 0) return null
  const share = (from: number, to: number) => given.filter((value) => value >= from && value <= to).length
  return { score: ((share(9, 10) - share(0, 6)) / given.length) * 100, answers: given.length }
}
