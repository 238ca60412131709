import type { Deps } from '../deps.ts'
import type { Tx } from '../db/connect.ts'

/** What else must know that a visit was booked, moved or cancelled; in the transaction of the change, so that neither is without the other. */
export async function tellOfVisit(_tx: Tx, _deps: Deps, _visitId: string, _now: Date): Promise<void> {}
