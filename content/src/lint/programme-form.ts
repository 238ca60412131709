import { type Content, type PhaseGate, PhaseId } from '@dorsal/care'
import type { LintRule } from './rule.ts'

function gateFaults({ criteria, all, oneOf, atLeast }: PhaseGate): string[] {
  const ids = criteria.map(({ id }) => id)
  const unknown = [...all, ...oneOf].filter((id) => !ids.includes(id))
  return [
    ...(ids.length === 0 ? ['has no criterion'] : []),
    ...(new Set(ids).size < ids.length ? ['has two criteria of one id'] : []),
    ...unknown.map((id) => `asks for the criterion ${id}, which is not there`),
    ...(atLeast < 1 || atLeast > ids.length ? [`asks for ${atLeast} of ${ids.length} criteria`] : []),
    ...(criteria.some(({ text }) => text.trim() === '') ? ['has a criterion without words'] : []),
  ]
}

function exercisesOf({ programme }: Content): { at: string; ids: string[] }[] {
  return [
    ...programme.phases.flatMap(({ sessions }) =>
      sessions.map(({ id, exercises }) => ({ at: id, ids: exercises })),
    ),
    ...programme.flare.steps.map(({ id, exercises }) => ({ at: id, ids: exercises })),
  ]
}

function limitsFaults({ trafficLight, decisions }: Content['programme']): string[] {
  const { greenUpTo, amberUpTo, neverFrom, amberRise, redRise } = trafficLight
  const harder = decisions.filter(({ action }) => action === 'progress')
  return [
    ...(greenUpTo < amberUpTo && amberUpTo < neverFrom && amberRise < redRise
      ? []
      : ['its traffic light is not in order']),
    ...(decisions.findIndex(({ action }) => action === 'stop') === 0
      ? []
      : ['its decision table does not begin with stop']),
    ...(harder.every(
      ({ values }) => (values['weeklyVolumeShare'] ?? 1) <= 0.2 && (values['maxExercises'] ?? 9) <= 2,
    )
      ? []
      : ['gets harder by more than a fifth a week, or by more than two exercises a session']),
  ]
}

/** The programme is whole: phases in their order, gates that can be passed, exercises that are there, a table that begins with stop. */
export const programmeForm: LintRule = {
  id: 'programme-form',
  kind: 'programme',
  check(content) {
    const { programme, exercises } = content
    const known = new Set(exercises.map(({ id }) => id))
    const ids = programme.phases.map(({ id }) => id)
    const said = (at: string) => (message: string) => ({ where: `programme.${at}`, message })
    const rows = [...programme.decisions, ...programme.flare.reviews].map(({ id }) => id)
    return [
      ...(ids.join() === PhaseId.options.join()
        ? []
        : [said('early')('its phases are not those of a course, in their order')]),
      ...programme.phases.flatMap(({ id, entry, exit }) =>
        [...gateFaults(entry), ...gateFaults(exit)].map(said(id)),
      ),
      ...gateFaults(programme.discharge.gate).map(said('plateau')),
      ...exercisesOf(content).flatMap(({ at, ids: named }) =>
        named
          .filter((id) => !known.has(id))
          .map((id) => said(at)(`names the exercise ${id}, which is not there`)),
      ),
      ...limitsFaults(programme).map(said('stop')),
      ...(new Set(rows).size < rows.length ? [said('stop')('two of its rows have one id')] : []),
    ]
  },
}
