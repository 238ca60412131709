import type { Attempt } from './attempt.ts'
import type { TestGrading, TestMark } from './protocol.ts'

/**
 * The grade of the scored attempts (0 = worst), null where no attempt was measured. `answer`: what the person said about the thing that the camera cannot
 * see, `unknown` when they said nothing. An attempt with a mark that was not seen meets no row that asks for it.
 */
export function gradeOf(grading: TestGrading, attempts: readonly Attempt[], answer: string): number | null {
  const measured = attempts.filter((one) => one.valid && !one.practice)
  if (measured.length === 0) return null
  if (grading.by === 'best') {
    const met = grading.rows.filter(
      (row) =>
        measured.some((one) => meets(one, row.marks)) && (row.answer === null || row.answer.includes(answer)),
    )
    return met.reduce((best, row) => Math.max(best, row.grade), 0)
  }
  if (!measured.some((one) => meets(one, grading.least))) return 0
  if (measured.every((one) => meets(one, grading.good))) return grading.top
  const [first] = measured
  return first !== undefined && meets(first, grading.good) ? grading.top - 1 : 1
}

function meets(attempt: Attempt, marks: readonly TestMark[]): boolean {
  return marks.every(({ signal, from, to }) => {
    const value = attempt.marks[signal]
    return value !== undefined && (from === undefined || value >= from) && (to === undefined || value <= to)
  })
}
