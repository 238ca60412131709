import type { Sayings } from '@dorsal/care'
import { ADAPTATION } from './es/adaptation.ts'
import { COURSE } from './es/course.ts'
import { FINDING } from './es/finding.ts'
import { PATTERN } from './es/pattern.ts'
import { PLAN } from './es/plan.ts'
import { WORDS } from './es/words.ts'

/** Every reason that a rule can give, in Spanish. */
export const ES: Sayings = {
  lang: 'es',
  sentences: { ...FINDING, ...PATTERN, ...PLAN, ...ADAPTATION, ...COURSE },
  words: WORDS,
}
