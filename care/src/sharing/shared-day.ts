import type { Plan } from '../plan/plan.ts'
import type { PrescribedItem, Prescription } from '../session/session.ts'
import { minutesOf } from '../session/prescribe.ts'
import type { Disposition, TriageResult } from '../triage/red-flag.ts'
import type { SharedDay, SharedExercise } from './sharing.ts'

/** Findings that let a person exercise. Anything else, and anything that is added one day, shows nothing. */
const OPEN: ReadonlySet<Disposition> = new Set(['none', 'caution'])

/** What of a prescribed exercise is for other eyes: not why it was chosen, not what it trains or what else there would be. */
export function sharedExercise({ exercise, dosage, rangeShare }: PrescribedItem): SharedExercise {
  const { id, version, name, laterality, steps, faults, lang, signOff, movement } = exercise
  const { figure, cameraView, template } = movement
  return {
    id,
    version,
    name,
    laterality,
    steps,
    faults,
    signOff,
    ...(lang !== undefined && { lang }),
    movement: { cameraView, template, ...(figure !== undefined && { figure }) },
    dosage,
    share: rangeShare,
  }
}

type Given = {
  triage: Pick<TriageResult, 'disposition'>
  plan: Pick<Plan, 'version' | 'status' | 'unsigned'> | null
  /** Today's session as the person has it now; null where there is none. */
  prescription: Prescription | null
}

/**
 * What a link shows of today: the exercises, or null. Null while a warning sign is open, while the plan waits for a clinician, and where
 * nothing is prescribed; which of these it is cannot be told from it.
 */
export function sharedDay({ triage, plan, prescription }: Given): SharedDay['day'] {
  if (!OPEN.has(triage.disposition)) return null
  if (plan === null || plan.status !== 'active') return null
  if (prescription === null || prescription.items.length === 0) return null
  return {
    planVersion: plan.version,
    minutes: minutesOf(prescription.items),
    unsigned: plan.unsigned,
    exercises: prescription.items.map(sharedExercise),
  }
}
