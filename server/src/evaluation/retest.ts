import { type Intake, type Retest, retestOf, testedAgain } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { checkInsOf } from '../outcome/check-in.store.ts'
import { intakeAt } from '../patient/episode.store.ts'

/** What came last of each test since this intake, and when they are due again. */
export async function retestNow(tx: Tx, patientId: string, intake: Intake): Promise<Retest> {
  const at = (await intakeAt(tx, patientId)) ?? new Date(0)
  const since = (await checkInsOf(tx, patientId)).filter((checkIn) => Date.parse(checkIn.at) >= at.getTime())
  return retestOf(intake, at.toISOString(), since)
}

/** The intake with the latest result of each test. */
export async function intakeNow(tx: Tx, patientId: string, intake: Intake): Promise<Intake> {
  return testedAgain(intake, (await retestNow(tx, patientId, intake)).latest)
}
