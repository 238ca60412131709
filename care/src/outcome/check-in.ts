import * as z from 'zod/mini'
import type { MeasureValue } from '../course/course-facts.ts'
import { Tested } from '../evaluation/retest.ts'
import { Instant, Uuid } from '../ids.ts'
import { type Measure, MeasureMoment } from './measure.ts'
import { type Given, numbersOf, scoreOf } from './scoring.ts'

const number = z.number().check(z.gte(-1000), z.lte(1000))

/** An answer to one item as it travels: a number, a value or words, several values, or a number for each activity. Null: left out. */
const CheckInAnswer = z.nullable(
  z.union([
    number,
    z.string().check(z.maxLength(1000)),
    z.array(z.string().check(z.maxLength(60))).check(z.maxLength(30)),
    z.array(z.nullable(number)).check(z.maxLength(10)),
  ]),
)

/**
 * The answers to what was due at a time, made on the device under its own id: by measure and item. `event`: something bad that the person
 * thinks came from the programme. Words in it are screened for warning signs before anything else reads them.
 */
export const CheckIn = z.object({
  id: Uuid,
  at: Instant,
  moments: z.array(MeasureMoment).check(z.maxLength(10)),
  answers: z.record(
    z.string().check(z.maxLength(40)),
    z.record(z.string().check(z.maxLength(40)), CheckInAnswer),
  ),
  event: z.nullable(
    z.object({
      severity: z.int().check(z.gte(1), z.lte(3)),
      kinds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10)),
      text: z.nullable(z.string().check(z.maxLength(1000))),
    }),
  ),
  /** Warning-sign items that the words made the device ask about and that were answered with yes or not sure. */
  yes: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(20))),
  /** Movement tests that were done again, to compare with the ones before. */
  tests: z.optional(Tested),
})
export type CheckIn = z.infer<typeof CheckIn>

/** All words that a person wrote in a check-in, to be screened. */
export function wordsIn({ answers, event }: CheckIn, measures: readonly Measure[]): string[] {
  const written = measures.flatMap((measure) =>
    measure.items
      .filter(({ answer }) => answer.kind === 'text' || answer.kind === 'activities')
      .flatMap(({ id }) => answers[measure.id]?.[id] ?? [])
      .filter((value) => typeof value === 'string'),
  )
  return [...written, ...(event?.text == null ? [] : [event.text])]
}

/** Scores and single numbers of a check-in as the course looks at them. What is not answered, or outside of its scale, is left out. */
export function valuesIn(checkIn: CheckIn, measures: readonly Measure[]): MeasureValue[] {
  return measures.flatMap((measure): MeasureValue[] => {
    const given: Record<string, Given | null> | undefined = checkIn.answers[measure.id]
    if (given === undefined) return []
    const { value } = scoreOf(measure, given)
    const items = measure.items.flatMap((item) => {
      const [first] = item.perActivity ? [] : numbersOf(item, given[item.id])
      return first === undefined ? [] : [{ measure: measure.id, item: item.id, value: first, at: checkIn.at }]
    })
    return value === null ? items : [{ measure: measure.id, item: null, value, at: checkIn.at }, ...items]
  })
}
