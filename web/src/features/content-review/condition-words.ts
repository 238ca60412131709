import type { Condition } from '@dorsal/care'
import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'

const AND = msg`and`
const OR = msg`or`
const NOT = msg`not`
const AT_LEAST_OF = msg`at least {count} of`
const INCLUDES = msg`names`
const ANSWERS = msg`answers`

/** A rule's condition as it can be read, with the ids of its facts as they stand in the content. */
export function conditionWords(condition: Condition, i18n: I18n): string {
  const inside = (one: Condition): string => {
    const words = conditionWords(one, i18n)
    return 'fact' in one ? words : `(${words})`
  }
  if ('all' in condition) return condition.all.map(inside).join(` ${i18n._(AND)} `)
  if ('any' in condition) return condition.any.map(inside).join(` ${i18n._(OR)} `)
  if ('not' in condition) return `${i18n._(NOT)} ${inside(condition.not)}`
  if ('of' in condition)
    return `${i18n._({ ...AT_LEAST_OF, values: { count: condition.atLeast } })}: ${condition.of.map(inside).join(', ')}`
  const { fact } = condition
  if ('is' in condition) return `${fact} = ${condition.is}`
  if ('atLeast' in condition) return `${fact} ≥ ${condition.atLeast}`
  if ('atMost' in condition) return `${fact} ≤ ${condition.atMost}`
  if ('includes' in condition) return `${fact} ${i18n._(INCLUDES)} “${condition.includes}”`
  return `${fact} ≥ ${condition.sizeAtLeast} ${i18n._(ANSWERS)}`
}
