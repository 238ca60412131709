import type { Content, SelfTest } from '@dorsal/care'
import type { LintRule } from './rule.ts'

/** The longest that a test which somebody does alone may take, minutes, and the most steps that one keeps in mind. */
const LONGEST = 2
const MOST_STEPS = 6

/** One demand on a test that people do alone: what is wrong with it, or nothing. */
type Demand = (test: SelfTest, content: Content) => string[]

const feeds: Demand = ({ finding, id }, { findings }) => {
  const rule = findings.find((one) => one.id === finding)
  if (rule === undefined) return [`speaks for the finding ${finding}, which is not there`]
  return JSON.stringify(rule).includes(`"self.${id}"`)
    ? []
    : [`speaks for the finding ${finding}, which does not look at it`]
}

const tagsKnown: Demand = ({ skipTags }, { programme }) =>
  skipTags
    .filter((tag) => !(tag in programme.precautionTags))
    .map((tag) => `is left out by the tag ${tag}, which is not there`)

const thingsKnown: Demand = ({ needs }, { questions }) => {
  const known = questions.find(({ id }) => id === 'H14.equipment')?.options.map(({ value }) => value) ?? []
  return needs
    .filter((thing) => !known.includes(thing))
    .map((thing) => `needs ${thing}, which nobody is asked for`)
}

const whole: Demand = ({ steps, means, stop, why, sources }) => [
  ...(steps.length > 0 && steps.length <= MOST_STEPS ? [] : [`has no steps, or more than ${MOST_STEPS}`]),
  ...([...Object.values(means), stop, why].some((text) => text.trim() === '')
    ? ['does not say what each answer means, when to stop, or what it is for']
    : []),
  ...(sources.length === 0 ? ['names no source'] : []),
]

const short: Demand = ({ offer }) =>
  offer.minutes > 0 && offer.minutes <= LONGEST ? [] : [`takes no time, or more than ${LONGEST} minutes`]

const DEMANDS = [feeds, tagsKnown, thingsKnown, whole, short]

/** A test that people do alone can be understood, stopped and used as it is written. */
export const selfTests: LintRule = {
  id: 'self-tests',
  kind: 'self-tests',
  check: (content) =>
    content.selfTests.flatMap((test) =>
      DEMANDS.flatMap((demand) => demand(test, content).map((message) => ({ where: test.id, message }))),
    ),
}
