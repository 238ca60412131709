import type { Sayings } from '@dorsal/care'
import { ADAPTATION } from './pt/adaptation.ts'
import { COURSE } from './pt/course.ts'
import { FINDING } from './pt/finding.ts'
import { PATTERN } from './pt/pattern.ts'
import { PLAN } from './pt/plan.ts'
import { WORDS } from './pt/words.ts'

/** Every reason that a rule can give, in Portuguese. */
export const PT: Sayings = {
  lang: 'pt',
  sentences: { ...FINDING, ...PATTERN, ...PLAN, ...ADAPTATION, ...COURSE },
  words: WORDS,
}
