import type { Content, Exercise } from '@dorsal/care'
import type { Hidden } from './clinic.ts'

/** The next exercise in a direction that is not hidden; null at the end of the chain. */
function beyond(
  id: string | null,
  way: 'easierId' | 'harderId',
  all: ReadonlyMap<string, Exercise>,
  gone: ReadonlySet<string>,
): string | null {
  const passed = new Set<string>()
  let at = id
  while (at !== null && gone.has(at) && !passed.has(at)) {
    passed.add(at)
    at = all.get(at)?.progression[way] ?? null
  }
  return at !== null && gone.has(at) ? null : at
}

/**
 * Content without what a clinic hides. A hidden exercise is left out of menus and sessions, and its neighbours are joined; the test of a
 * hidden exercise is no longer asked. What else needs it is told by the linter.
 */
export function withoutHidden(content: Content, hidden: Hidden): Content {
  if (hidden.length === 0) return content
  const of = (kind: Hidden[number]['kind']) =>
    new Set(hidden.filter((row) => row.kind === kind).map(({ id }) => id))
  const gone = of('exercises')
  const all = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
  const shown = <T extends { id: string }>(items: readonly T[], ids: ReadonlySet<string>) =>
    items.filter(({ id }) => !ids.has(id))
  const kept = (ids: readonly string[]) => ids.filter((id) => !gone.has(id))
  const { programme } = content
  return {
    ...content,
    exercises: shown(content.exercises, gone).map((exercise) => ({
      ...exercise,
      progression: {
        ...exercise.progression,
        easierId: beyond(exercise.progression.easierId, 'easierId', all, gone),
        harderId: beyond(exercise.progression.harderId, 'harderId', all, gone),
      },
    })),
    patterns: content.patterns.map((pattern) => ({
      ...pattern,
      menu: pattern.menu.filter(({ exerciseId }) => !gone.has(exerciseId)),
    })),
    findings: content.findings.map(({ asks, ...finding }) =>
      asks === undefined ? finding : { ...finding, asks: { ...asks, exercises: kept(asks.exercises) } },
    ),
    programme: {
      ...programme,
      phases: programme.phases.map((phase) => ({
        ...phase,
        sessions: phase.sessions.map((session) => ({ ...session, exercises: kept(session.exercises) })),
      })),
      flare: {
        ...programme.flare,
        steps: programme.flare.steps.map((step) => ({ ...step, exercises: kept(step.exercises) })),
      },
    },
    ladders: content.ladders.map((ladder) => ({
      ...ladder,
      steps: ladder.steps.map((step) =>
        step.exerciseId !== null && gone.has(step.exerciseId) ? { ...step, exerciseId: null } : step,
      ),
    })),
    timers: shown(content.timers, of('timers')).filter(({ exercises }) =>
      exercises.every((id) => !gone.has(id)),
    ),
    lessons: shown(content.lessons, of('lessons')),
    notes: shown(content.notes, of('notes')),
    measures: shown(content.measures, of('measures')),
    movementTests: shown(content.movementTests, of('movement-tests')).filter(
      ({ exerciseId }) => exerciseId === undefined || !gone.has(exerciseId),
    ),
    yellowFlags: content.yellowFlags.map((flag) => ({
      ...flag,
      lessons: flag.lessons.filter((id) => !of('lessons').has(id)),
    })),
  }
}
