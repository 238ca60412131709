import { tellCalendar } from '../calendar/tell.ts'
import type { Tx } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import { noteKnown } from '../reminder/note-known.ts'

/** What else must know that a visit was booked, moved or cancelled; in the transaction of the change, so that neither is without the other. */
export async function tellOfVisit(
  tx: Tx,
  { mail }: Pick<Deps, 'mail'>,
  visitId: string,
  now: Date,
): Promise<void> {
  await tellCalendar(tx, mail, visitId, now)
  await noteKnown(tx, visitId, now)
}
