import {
  CodeTable,
  CombinationRule,
  type Content,
  Exercise,
  FindingRule,
  Lesson,
  Measure,
  MovementTest,
  NotShipped,
  OutcomeRules,
  type PatientContent,
  PatternRule,
  PlanNote,
  PreSessionItem,
  Programme,
  Question,
  RedFlag,
  RedFlagGate,
  Reference,
  StopRule,
  TextPattern,
  YellowFlag,
} from '@dorsal/care'
import * as z from 'zod/mini'
import { withFigures } from './figures.ts'
import { lint } from './lint/lint.ts'
import { ContentError, DATA_DIR, readList, readOne } from './read-parts.ts'
import { versionOf } from './version.ts'

/** The one object of a part; content cannot be used without it. */
function needed<T>(schema: z.ZodMiniType<T>, part: string, root: string): T {
  const found = readOne(schema, part, root)
  if (found === null) throw new ContentError(`${part}.json`, 'is missing')
  return found
}

/** Reads a content folder by its schemas. Throws `ContentError` with the file and the place in it. */
export function readContent(root: string): Content {
  const parts = {
    lang: 'en',
    redFlags: {
      items: readList(RedFlag, 'red-flags/items', root),
      gates: readList(RedFlagGate, 'red-flags/gates', root),
      combinations: readList(CombinationRule, 'red-flags/combinations', root),
      patterns: readList(TextPattern, 'red-flags/patterns', root),
      preSession: readList(PreSessionItem, 'red-flags/pre-session', root),
      stopRules: readList(StopRule, 'red-flags/stop-rules', root),
      safetyNet: readOne(z.object({ text: z.string() }), 'red-flags/safety-net', root)?.text ?? '',
    },
    questions: readList(Question, 'questions', root),
    yellowFlags: readList(YellowFlag, 'yellow-flags', root),
    findings: readList(FindingRule, 'findings', root),
    patterns: readList(PatternRule, 'patterns', root),
    movementTests: readList(MovementTest, 'movement-tests', root),
    exercises: withFigures(readList(Exercise, 'exercises', root), root),
    notes: readList(PlanNote, 'notes', root),
    programme: needed(Programme, 'programme', root),
    measures: readList(Measure, 'measures', root),
    notShipped: readList(NotShipped, 'not-shipped', root),
    outcome: needed(OutcomeRules, 'outcome', root),
    lessons: readList(Lesson, 'lessons', root),
    references: readList(Reference, 'references', root),
    codes: needed(CodeTable, 'codes', root),
  }
  return { version: versionOf(parts), ...parts }
}

/** Reads a content folder, and refuses it with every fault that the linter finds. */
export function readChecked(root: string): Content {
  const content = readContent(root)
  const findings = lint(content)
  if (findings.length === 0) return content
  const lines = findings.map(({ rule, where, message }) => `  ${where}: ${message} (${rule})`)
  throw new ContentError(root, `${findings.length} faults\n${lines.join('\n')}`)
}

let own: Content | undefined

/** The product's own content, read and checked once. Throws `ContentError` when it cannot be used. */
export function loadContent(): Content {
  own ??= readChecked(DATA_DIR)
  return own
}

/**
 * What a patient's device gets before any plan: rules, questions, the tests of the first movement check and the exercises that
 * they use. The other tests are chosen later, so that the first check stays short.
 */
export function patientContent(content: Content): PatientContent {
  const movementTests = content.movementTests.filter((test) => test.firstCheck)
  const used = new Set(movementTests.map((test) => test.exerciseId))
  return {
    version: content.version,
    lang: content.lang,
    redFlags: content.redFlags,
    questions: content.questions,
    movementTests,
    testExercises: content.exercises.filter((exercise) => used.has(exercise.id)),
    cameraExercises: content.exercises.filter(
      ({ id, trackability, movement }) =>
        trackability === 'full' && movement.count !== null && movement.measure !== null && !used.has(id),
    ),
  }
}
