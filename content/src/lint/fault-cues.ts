import type { LintRule } from './rule.ts'

/** A compensation that the camera finds has a name and a correction that the person can be told. */
export const faultCues: LintRule = {
  id: 'fault-cues',
  check(content) {
    return content.exercises.flatMap(({ id, faults, movement }) => {
      const known = new Set(faults.map((fault) => fault.id))
      return movement.faults
        .flatMap((rule) => [rule.id, rule.cue])
        .filter((name) => !known.has(name))
        .map((name) => ({ where: id, message: `its fault rule names ${name}, which has no words` }))
    })
  },
}
