/** What is put to the test by mutants: files, what is changed in them, and the tests that must notice. */
import type { Kind } from './make.ts'

/** `near`: the tests beside it, asked first; `far`: asked only about what those let pass. Both are parts of the paths of test files. */
export type Target = {
  id: string
  files: readonly string[]
  kinds: readonly Kind[]
  near: readonly string[]
  far: readonly string[]
}

const DATA: readonly Kind[] = ['rows', 'values']
const ALL: readonly Kind[] = ['rows', 'values', 'operators']
/** Far tests that ask much in little time: sets played through the whole engine. */
const PLAYED = ['tracking/measuring', 'tracking/presence', 'tracking/blind', 'tracking/companions']

const RED_FLAGS = 'content/src/red-flags/'
const RULES = 'content/src/rules/'
const DATA_OF = 'content/data/'

/** Content that decides: the tests of its rules, the cheap ones first; the linter looks at every mutant when the content is read. */
const CONTENT: readonly Target[] = [
  {
    id: 'content-red-flags',
    files: ['items/', 'gates.json', 'combinations.json', 'pre-session.json', 'stop-rules.json'].map(
      (name) => `${DATA_OF}red-flags/${name}`,
    ),
    kinds: DATA,
    near: [`${RED_FLAGS}rows`, `${RED_FLAGS}gates`],
    far: [`${RED_FLAGS}properties`],
  },
  {
    id: 'content-programme',
    files: [`${DATA_OF}programme/`],
    kinds: DATA,
    near: [`${RULES}programme-rows`, `${RULES}plan-rows`, `${RULES}outcome.test`, `${RULES}course.test`],
    far: [`${RULES}next-phase`, `${RULES}symptom`, `${RULES}adapt.test`],
  },
  {
    id: 'content-patterns',
    files: [`${DATA_OF}patterns/`],
    kinds: DATA,
    near: [`${RULES}evaluate.test`, `${RULES}menu-rows`],
    far: [`${RULES}pattern-rows`],
  },
  {
    id: 'content-findings',
    files: [`${DATA_OF}findings/`, `${DATA_OF}yellow-flags/`],
    kinds: DATA,
    near: [
      `${RULES}finding-rows`,
      `${RULES}evaluate.test`,
      `${RULES}findings`,
      `${RULES}note-rows`,
      `${RULES}found-rows`,
    ],
    far: [],
  },
  {
    id: 'content-plan',
    files: [`${DATA_OF}notes/`, `${DATA_OF}ladders/`],
    kinds: DATA,
    near: [`${RULES}note-rows`, `${RULES}ladders`],
    far: [`${RULES}fitting`, `${RULES}plan.test`],
  },
  {
    id: 'content-outcome',
    files: [`${DATA_OF}measures/`, `${DATA_OF}outcome/`],
    kinds: DATA,
    near: [`${RULES}measure-rows`, `${RULES}outcome-rows`, `${RULES}outcome.test`],
    far: [],
  },
  {
    id: 'content-tests',
    files: [`${DATA_OF}movement-tests/`, `${DATA_OF}self-tests/`],
    kinds: DATA,
    near: [`${RULES}evaluate.test`, `${RULES}findings`, `${RULES}offer`, `${RULES}movement-test-rows`],
    far: ['content/src/lint/movement-tests'],
  },
  {
    id: 'linter',
    files: ['content/src/lint/'],
    kinds: ALL,
    near: ['content/src/lint/'],
    far: [],
  },
]

const care = (name: string, near: readonly string[], far: readonly string[] = []): Target => ({
  id: `care-${name}`,
  files: [`care/src/${name}/`],
  kinds: ALL,
  near,
  far,
})

/** The decisions, module by module; the tests beside a module first, then those of the rules over the real content. */
const CARE: readonly Target[] = [
  care('access', ['care/src/access']),
  care('panel', ['care/src/panel']),
  care('intake', ['care/src/intake', `${RED_FLAGS}rows`], [`${RED_FLAGS}properties`, `${RULES}fitting`]),
  care('triage', ['care/src/triage', `${RED_FLAGS}rows`, `${RED_FLAGS}texts`], [`${RED_FLAGS}properties`]),
  care(
    'evaluation',
    [
      'care/src/evaluation',
      `${RULES}evaluate.test`,
      `${RULES}findings`,
      `${RULES}offer`,
      `${RULES}would-change`,
    ],
    [`${RULES}pattern-rows`],
  ),
  care(
    'plan',
    [
      'care/src/plan',
      `${RULES}plan-rows`,
      `${RULES}found-rows`,
      `${RULES}habit-rows`,
      `${RULES}sentences`,
      `${RULES}ladders`,
      `${RULES}edit`,
      `${RULES}pins`,
      `${RULES}outcome.test`,
      `${RULES}next-phase`,
    ],
    [`${RULES}fitting`, `${RULES}plan.test`],
  ),
  care(
    'session',
    [`${RULES}within`, `${RULES}sentences`, `${RULES}prescribe-rows`, `${RULES}fitting`],
    [`${RULES}plan.test`],
  ),
  care('adaptation', [
    'care/src/adaptation',
    `${RULES}step-rows`,
    `${RULES}day-rows`,
    `${RULES}session-rows`,
    `${RULES}adapt-held`,
    `${RULES}sentences`,
    `${RULES}cohort-found`,
    `${RULES}symptom`,
    `${RULES}adapt.test`,
  ]),
  care('course', [`${RULES}course-rows`, `${RULES}sentences`, `${RULES}course.test`]),
  care('outcome', [
    'care/src/outcome',
    `${RULES}measure-rows`,
    `${RULES}outcome-rows`,
    `${RULES}outcome.test`,
  ]),
  care('education', ['care/src/education', `${RULES}outcome.test`]),
]

/** A folder ends with a slash: all of it but its tests. */
export const TARGETS: readonly Target[] = [
  { id: 'angles', files: ['motion/src/angles/'], kinds: DATA, near: ['motion/src/angles'], far: PLAYED },
  {
    id: 'framing',
    files: ['motion/src/framing/'],
    kinds: ALL,
    near: ['motion/src/framing'],
    far: PLAYED,
  },
  {
    id: 'faults',
    files: ['motion/src/faults/'],
    kinds: ALL,
    near: ['motion/src/faults'],
    far: PLAYED,
  },
  {
    id: 'skeletons',
    files: ['motion/src/skeleton/'],
    kinds: DATA,
    near: ['motion/src/skeleton'],
    far: ['motion/src/recording/skeletons', 'motion/src/recording/analyze'],
  },
  {
    id: 'protocols',
    files: ['motion/src/movement-test/'],
    kinds: DATA,
    near: ['motion/src/movement-test'],
    far: [],
  },
  {
    id: 'tracking',
    files: ['motion/src/tracking/'],
    kinds: ALL,
    near: ['motion/src/tracking/companions', 'motion/src/tracking/presence', 'motion/src/tracking/measuring'],
    far: ['motion/src/tracking', 'motion/src/movement-test'],
  },
  {
    id: 'replay',
    files: ['motion/src/replay/', 'motion/src/body/', 'motion/src/posture/', 'motion/src/calibration/'],
    kinds: DATA,
    near: ['motion/src/replay', 'motion/src/body', 'motion/src/posture', 'motion/src/calibration'],
    far: PLAYED,
  },
  ...CONTENT,
  ...CARE,
]
