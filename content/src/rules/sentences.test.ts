import { explain, SENTENCES, WITHIN_RULES } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const each = (heads: readonly string[], tails: readonly string[]): string[] =>
  heads.flatMap((head) => tails.map((tail) => `${head}.${tail}`))

const TAGS = Object.keys(content.programme.precautionTags)
/** Tags that make an exercise smaller, and those that leave one out, in the library as it is. */
const careful = TAGS.filter((tag) =>
  content.exercises.some(({ precautionTags }) => precautionTags.includes(tag)),
)
const against = TAGS.filter((tag) =>
  content.exercises.some(({ contraindicationTags }) => contraindicationTags.includes(tag)),
)

/** Every reason that a rule can put together from parts: where one has no words, somebody would read an id. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'one step easier between sessions': each(
    [
      'adapt.red',
      'adapt.worse-day',
      'adapt.eased',
      'adapt.form',
      'adapt.effort',
      'adapt.unfinished',
      'adapt.gap',
      'adapt.amber',
    ],
    ['reps', 'sets', 'hold', 'exercise', 'range', 'state'],
  ),
  'one step harder': each(['adapt.progress'], ['reps', 'sets', 'hold', 'exercise']),
  'what stays': each(
    ['adapt.keep'],
    ['not-asked', 'amber', 'guarded', 'top', 'first-green', 'steady', 'two-at-most', 'week-full'],
  ),
  'what waits or rests': ['adapt.waiting.exercise', 'adapt.paused.symptom', 'adapt.nothing-left'],
  'within a session': [
    ...each(['within.asked', 'within.sore', 'within.pain-rose'], ['range', 'reps', 'exercise', 'skip']),
    ...each(['within.effort'], ['reps', 'rest', 'exercise', 'skip']),
    ...each(['within.form'], ['tempo', 'range', 'reps', 'skip']),
    'within.sharp',
    'within.enough',
  ],
  'after a session': each(['session'], ['danger', 'stopped', 'symptom', 'recovery', 'two-red', 'pain-trend']),
  'a look at the course': each(
    ['course'],
    [
      'gap',
      'long-gap',
      'smaller',
      'whole',
      'quiet',
      'next-phase',
      'discharge',
      ...content.programme.flare.reviews.map(({ id }) => id),
      content.programme.discharge.plateau.id,
      ...content.programme.decisions
        .filter(({ action }) => action === 'therapist-review')
        .map(({ id }) => id),
    ],
  ),
  'what is left out': each(
    ['excluded'],
    [...against, 'later-phase', 'equipment', 'clinician-only', 'position', 'floor'],
  ),
  'why there is care': each(['care'], careful),
  'why it is there': [
    ...content.patterns.flatMap(({ menu }) => menu.map(({ because }) => because)),
    ...content.notes.map(({ because }) => because),
    ...each(['menu'], ['phase', 'carried-on', 'ease']),
    ...each(['item'], ['goal', 'instead', 'little-active', 'counterpart']),
    ...each(['daily'], ['desk', 'phone', 'walk-break', 'cold']),
  ],
  'what would change it': each(['change'], ['pain', 'less', 'easier', 'more', 'harder', 'habit', 'clinic']),
  'the plan': [
    'plan.held',
    'plan.edited',
    'plan.next-phase',
    'flare.lighter',
    ...each(['cadence'], ['low', 'moderate', 'high']),
  ],
}

describe('the words of each reason', () => {
  it.each(Object.entries(MADE))('%s', (_what, ids) => {
    const without = ids.filter((id) => !Object.hasOwn(SENTENCES, id))
    expect(without).toEqual([])
    for (const id of ids) expect(explain({ id }).length).toBeGreaterThan(3)
  })

  it('of the patterns: every row for and against', () => {
    const ids = content.patterns.flatMap((one) => [...one.for, ...one.against].map(({ because }) => because))
    expect(ids.filter((id) => !Object.hasOwn(SENTENCES, id))).toEqual([])
  })

  it('of the table within a session', () => {
    expect(WITHIN_RULES.map(({ id }) => id)).toEqual([
      'pain-8',
      'not-settled',
      'settled',
      'symptom',
      'rise-3',
      'second-sore',
      'first-sore',
      'hurts',
      'easier',
      'breathless',
      'over-ceiling',
      'form-lost',
      'hard-work',
      'fine',
    ])
  })
})
