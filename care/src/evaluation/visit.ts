import { type Condition, type Facts, holds } from '../condition.ts'
import type { Because } from '../decision.ts'
import { type Ranking, total } from './pattern.ts'

/**
 * When a visit is suggested although no warning sign asks for one: where the rules do not know enough, where the evidence speaks both ways, where pain
 * does not behave as a joint or muscle does, and where a test shows something that hands and eyes should look at. It never holds a plan up
 * (that is what triage is for) and costs nobody anything. `pattern.unclear` and `pattern.against` (weight against the leading pattern) come
 * from the ranking. Source: "a clinician confirms the working pattern", arm symptoms and the head-to-wall gap of the specification; limits are author defaults.
 */
export const VISIT_REASONS: readonly { id: string; when: Condition }[] = [
  { id: 'unclear', when: { fact: 'pattern.unclear', is: true } },
  {
    id: 'conflict',
    when: {
      all: [
        { fact: 'pattern.unclear', is: false },
        { fact: 'pattern.against', atLeast: 2 },
      ],
    },
  },
  { id: 'nothing-eases', when: { fact: 'H06', includes: 'nothing' } },
  {
    id: 'no-mechanical',
    when: {
      all: [
        { fact: 'H05', includes: 'nothing clear' },
        {
          any: [
            { fact: 'H07', is: 'same all day' },
            { fact: 'H07', is: 'worse at night' },
          ],
        },
      ],
    },
  },
  { id: 'arm', when: { fact: 'RF62', is: 'yes' } },
  { id: 'tests-hurt', when: { fact: 'tests.painful', atLeast: 3 } },
  { id: 'upright', when: { fact: 'test.occiput-wall.raised', is: true } },
  { id: 'fast-breath', when: { fact: 'test.breathing-rate.raised', is: true } },
  { id: 'many-burdens', when: { fact: 'yellow.count', atLeast: 5 } },
]

/** Why a visit is suggested, in the order of the table; empty where the rules see no need. */
export function visitReasons(facts: Facts, ranking: Ranking): Because[] {
  const all: Facts = {
    ...facts,
    'pattern.unclear': !ranking.clear,
    'pattern.against': total(ranking.ranked[0]?.against ?? []),
  }
  return VISIT_REASONS.filter((row) => holds(row.when, all)).map(({ id }) => ({ id: `visit.${id}` }))
}
