import type { Content, LessonContent, LibraryContent, PatientContent } from '@dorsal/care'

/**
 * What a patient's device gets before any plan: rules, questions, the tests of the first movement check with the exercises that
 * they use, and those that may follow it, from which the device offers what matters for this person. The classifier of free text is a file of its own:
 * it is larger than all this together, and until it is there the screen reads by its rules alone.
 */
export function patientContent(content: Content): PatientContent {
  const movementTests = content.movementTests.filter((test) => test.firstCheck)
  const { events, severities, curves } = content.outcome
  const used = new Set(movementTests.map((test) => test.exerciseId))
  const { textModel: _, ...redFlags } = content.redFlags
  return {
    version: content.version,
    lang: content.lang,
    ...(content.textVersion !== undefined && { textVersion: content.textVersion }),
    redFlags,
    questions: content.questions,
    movementTests,
    furtherTests: content.movementTests.filter((test) => !test.firstCheck && test.offer !== undefined),
    selfTests: content.selfTests,
    testExercises: content.exercises.filter((exercise) => used.has(exercise.id)),
    cameraExercises: content.exercises.filter(
      ({ id, trackability, movement }) =>
        trackability === 'full' && movement.count !== null && movement.measure !== null && !used.has(id),
    ),
    measures: content.measures.filter(({ core }) => core),
    outcome: { events, severities, curves },
  }
}

/** The lessons with the part of the bibliography that they cite. */
export function lessonContent({ version, lang, lessons, references }: Content): LessonContent {
  const claims = lessons.flatMap(({ passages }) => passages.flatMap(({ claim }) => claim?.references ?? []))
  const cited = new Set(claims)
  return { version, lang, lessons, references: references.filter(({ id }) => cited.has(id)) }
}

/** Every exercise for reading and to be shown, without what the camera looks at. */
export function libraryContent({ version, lang, exercises }: Content): LibraryContent {
  const read = exercises.map((exercise) => {
    const { movement, ...words } = exercise
    const { figure, cameraView, template } = movement
    return { ...words, movement: { figure, cameraView, template } }
  })
  return { version, lang, exercises: read }
}
