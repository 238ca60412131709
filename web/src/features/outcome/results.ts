import {
  type CheckIn,
  changeOf,
  type CourseSoFar,
  type Cutoff,
  cutoffsReached,
  type Measure,
  type ScoreChange,
  scoresOver,
} from '@dorsal/care'

/** One score of a check-in against the one before it. `before` null: it is the first. `limits`: those that ask somebody to look. */
export type Result = {
  measure: Measure
  value: number
  most: number
  before: number | null
  change: ScoreChange | null
  limits: Cutoff[]
}

/** The scores of a check-in; measures with too few answers have none, and nothing is made of them. */
export function resultsOf(
  checkIn: CheckIn,
  earlier: readonly CheckIn[],
  measures: readonly Measure[],
  course: CourseSoFar,
): Result[] {
  return measures.flatMap((measure): Result[] => {
    if (!(measure.id in checkIn.answers) || measure.range === null) return []
    const own = scoresOver(measure, [checkIn], { ...course, pain: null, activities: [] })
    const value = own.at(-1)?.value
    if (value === undefined) return []
    const others = earlier.filter(
      ({ id, at }) => id !== checkIn.id && Date.parse(at) < Date.parse(checkIn.at),
    )
    const before = scoresOver(measure, others, course).at(-1)?.value ?? null
    const limits = cutoffsReached(measure, value).filter(({ task }) => task !== null)
    return [
      { measure, value, most: measure.range[1], before, change: changeOf(measure, before, value), limits },
    ]
  })
}

/** A score with at most one decimal, without a needless zero. */
export const plainScore = (value: number): string => String(Math.round(value * 10) / 10)
