import type { Content, MovementTest } from '@dorsal/care'
import type { LintRule } from './rule.ts'

/** Kinds of test that measure a signal with the camera. */
const MEASURED = new Set(['range', 'grade', 'hold', 'count', 'photo', 'breathing-rate', 'breathing-pattern'])

/** One demand on a test: what is wrong with it, or nothing. */
type Demand = (test: MovementTest, content: Content) => string[]

const bandsAscend: Demand = ({ bands }) =>
  [undefined, 'female', 'male'].flatMap((sex) => {
    const own = bands.filter((band) => band.sex === sex)
    return own.some((band, i) => i > 0 && band.fromAge <= (own[i - 1]?.fromAge ?? 0))
      ? ['has age bands that do not ascend']
      : []
  })

const bandsOrdered: Demand = ({ bands }) =>
  bands.some(
    ({ limitedBelow, typical }) =>
      typical !== undefined && !(limitedBelow <= typical[0] && typical[0] < typical[1]),
  )
    ? ['has a band whose limited, usual and upper values are not in order']
    : []

const cited: Demand = ({ sources }) =>
  sources.length === 0 ? ['names no source for its norms and error'] : []

const tagsKnown: Demand = ({ protocol }, content) =>
  protocol.skipTags
    .filter((tag) => !(tag in content.programme.precautionTags))
    .map((tag) => `is skipped by the tag ${tag}, which is not there`)

const measurable: Demand = ({ protocol }) => {
  const { kind, camera, signal, grading } = protocol
  const measured = MEASURED.has(kind)
  return [
    ...(measured && (camera === null || signal === null)
      ? ['is measured and has no camera or no signal']
      : []),
    ...((kind === 'grade') === (grading === null)
      ? ['is graded without grades, or has grades and no use for them']
      : []),
  ]
}

const rulesSeen: Demand = ({ protocol }) => {
  const ids = protocol.failIf.map((rule) => rule.id)
  return [
    ...(new Set(ids).size < ids.length ? ['has two rules of one id'] : []),
    ...protocol.failIf
      .filter((rule) => !rule.views.some((view) => protocol.camera?.views.includes(view)))
      .map((rule) => `judges ${rule.id} from a view that it never has`),
  ]
}

const firstHasExercise: Demand = ({ firstCheck, exerciseId }) =>
  firstCheck && exerciseId === undefined ? ['is asked at first and has no exercise'] : []

const planned: Demand = ({ protocol, error }) => [
  ...(protocol.scheduleWeeks.some((week, i, weeks) => i > 0 && week <= (weeks[i - 1] ?? 0))
    ? ['is repeated in weeks that do not ascend']
    : []),
  ...(error > 0 && protocol.change > 0 ? [] : ['states no error or no least change']),
]

const DEMANDS = [
  bandsAscend,
  bandsOrdered,
  cited,
  tagsKnown,
  measurable,
  rulesSeen,
  firstHasExercise,
  planned,
]

/** A movement test can be run, judged and repeated as it is written. */
export const movementTests: LintRule = {
  id: 'movement-tests',
  check: (content) =>
    content.movementTests.flatMap((test) =>
      DEMANDS.flatMap((demand) => demand(test, content).map((message) => ({ where: test.id, message }))),
    ),
}
