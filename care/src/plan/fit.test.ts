import { describe, expect, it } from 'vitest'
import type { Exercise } from '../exercise/exercise.ts'
import { careTags, forbiddenBy } from './fit.ts'

const exercise = (contraindicationTags: string[], precautionTags: string[] = []) =>
  ({ id: 'row', name: 'Row', contraindicationTags, precautionTags }) as Partial<Exercise> as Exercise

describe('what a warning sign forbids', () => {
  it.each([
    ['a tag against which it is contraindicated', ['bone_fragile'], [], 'bone_fragile'],
    ['another tag', ['rib_injury'], [], null],
    ['a tag that only asks for care', [], ['bone_fragile'], null],
  ] as const)('%s', (_what, against, care, tag) => {
    expect(forbiddenBy(exercise([...against], [...care]), ['bone_fragile'])).toBe(tag)
  })

  it.each(['recent_spine_surgery', 'heart_lung_unstable'])(
    'with %s also what elsewhere would only ask for care',
    (tag) => {
      expect(forbiddenBy(exercise([], [tag]), [tag])).toBe(tag)
      expect(careTags(exercise([], [tag]), [tag])).toEqual([tag])
    },
  )
})
