import type { SessionReport } from '../session/session.ts'

/** The stop rule of sharp pain, numbness or tingling: what caused it is not done again before a therapist has looked. */
export const SYMPTOM = 'SS05'

const isSymptom = (change: SessionReport['changes'][number]): boolean => change.because.id === 'within.sharp'

/** Whether this item caused the symptom: the session itself may have gone on, or have been stopped later by something else. */
export const symptomOn = (report: SessionReport, itemId: string): boolean =>
  (report.stop?.rule === SYMPTOM && report.stop.planItemId === itemId) ||
  report.changes.some((change) => isSymptom(change) && change.planItemId === itemId)

/** Whether any item did. */
export const symptomIn = (report: SessionReport): boolean =>
  report.stop?.rule === SYMPTOM || report.changes.some(isSymptom)
