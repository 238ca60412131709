import { type Facts, holds } from '../condition.ts'
import type { PhaseGate } from './programme.ts'

/** A gate as it stands for one person: which criteria are met, and whether all of it is. */
export type GateState = { met: string[]; open: string[]; passed: boolean }

/**
 * How far a person has come towards entry or exit of a phase. `facts`: of the course (`COURSE_FACTS`); a missing fact meets nothing, so
 * nobody moves on because something is not known. `phase.days` below `minDays` never passes.
 */
export function gateState(gate: PhaseGate, facts: Facts): GateState {
  const met = gate.criteria.filter(({ when }) => holds(when, facts)).map(({ id }) => id)
  const open = gate.criteria.filter(({ id }) => !met.includes(id)).map(({ id }) => id)
  const days = typeof facts['phase.days'] === 'number' ? facts['phase.days'] : 0
  const passed =
    gate.all.every((id) => met.includes(id)) &&
    (gate.oneOf.length === 0 || gate.oneOf.some((id) => met.includes(id))) &&
    met.length >= gate.atLeast &&
    days >= gate.minDays
  return { met, open, passed }
}
