import type { LintRule } from './rule.ts'

/** Reviewed content says by whom and when; a draft says neither. */
export const signOff: LintRule = {
  id: 'sign-off',
  check(content) {
    const signed = [
      ...content.redFlags.items,
      ...content.redFlags.stopRules,
      ...content.redFlags.cards,
      ...content.questions,
      ...content.patterns,
      ...content.movementTests,
      ...content.selfTests,
      ...content.exercises,
      ...content.notes,
      ...content.yellowFlags,
      ...content.measures,
      ...content.lessons,
      ...content.pages,
      ...content.ladders,
      ...content.timers,
      { id: 'programme', signOff: content.programme.signOff },
      { id: 'codes', signOff: content.codes.signOff },
    ]
    return signed.flatMap(({ id, signOff: { state, by, at } }) => {
      const named = by !== null && at !== null
      const blank = by === null && at === null
      if (state === 'reviewed' ? named : blank) return []
      return [{ where: id, message: 'a review names its clinician and its day, a draft neither' }]
    })
  },
}
