import type { Content } from '@dorsal/care'
import { allParts } from './all-parts.ts'
import { canFire } from './can-fire.ts'
import { cards } from './cards.ts'
import { claims } from './claims.ts'
import { easierNeighbours } from './easier-neighbours.ts'
import { emergencyAsks } from './emergency-asks.ts'
import { emergencyItems } from './emergency-items.ts'
import { faultCues } from './fault-cues.ts'
import { faultLimits } from './fault-limits.ts'
import { figures } from './figures.ts'
import { gatesOpen } from './gates-open.ts'
import { honestViews } from './honest-views.ts'
import { knownFacts } from './known-facts.ts'
import { knownValues } from './known-values.ts'
import { ladders } from './ladders.ts'
import { leastRange } from './least-range.ts'
import { lessonForm } from './lesson-form.ts'
import { licences } from './licences.ts'
import { measureForm } from './measure-form.ts'
import { measuredNumbers } from './measured-numbers.ts'
import { movementTests } from './movement-tests.ts'
import { outcomeForm } from './outcome-form.ts'
import { pageForm } from './page-form.ts'
import { precautionTags } from './precaution-tags.ts'
import { programmeForm } from './programme-form.ts'
import { progressionsAcyclic } from './progressions-acyclic.ts'
import { questionForm } from './question-form.ts'
import { references } from './references.ts'
import type { Finding, LintRule } from './rule.ts'
import { selfTests } from './self-tests.ts'
import { signOff } from './sign-off.ts'
import { sourcesKnown } from './sources-known.ts'
import { spokenCues } from './spoken-cues.ts'
import { textConcepts } from './text-concepts.ts'
import { textPatterns } from './text-patterns.ts'
import { timers } from './timers.ts'
import { uniqueIds } from './unique-ids.ts'
import { warningTexts } from './warning-texts.ts'
import { wholeMovement } from './whole-movement.ts'
import { yellowFlags } from './yellow-flags.ts'

export const LINT_RULES: readonly LintRule[] = [
  allParts,
  uniqueIds,
  references,
  knownFacts,
  knownValues,
  precautionTags,
  movementTests,
  selfTests,
  figures,
  wholeMovement,
  leastRange,
  measuredNumbers,
  honestViews,
  faultCues,
  faultLimits,
  easierNeighbours,
  ladders,
  emergencyItems,
  gatesOpen,
  textPatterns,
  textConcepts,
  emergencyAsks,
  warningTexts,
  questionForm,
  signOff,
  progressionsAcyclic,
  spokenCues,
  claims,
  sourcesKnown,
  licences,
  measureForm,
  lessonForm,
  timers,
  pageForm,
  programmeForm,
  yellowFlags,
  outcomeForm,
  canFire,
  cards,
]

/** Everything that is wrong in some content; empty when it may be used. */
export function lint(content: Content, rules: readonly LintRule[] = LINT_RULES): Finding[] {
  return rules.flatMap((rule) => rule.check(content).map((found) => ({ rule: rule.id, ...found })))
}
