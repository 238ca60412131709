import type { PersonFound } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { openTo } from './gate.ts'
import type { Staff } from './sessions.ts'

const AT_MOST = 5

/** A name as it is compared: small letters, without accents, one space between words. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')

/**
 * Whom of the clinic this whole name, or the code on their list, means. Half a name finds nobody: what a team has to itself is no
 * register to leaf through.
 */
export async function findPerson(tx: Tx, actor: Staff, name: string, now: Date): Promise<PersonFound[]> {
  const wanted = plain(name)
  const rows = await tx.selectFrom('app.patient').select(['patient_id', 'label', 'contact']).execute()
  const found = rows
    .filter(({ label, contact }) => plain(label) === wanted || plain(contact?.name ?? '') === wanted)
    .slice(0, AT_MOST)
  if (found.length === 0) return []
  const open = await openTo(tx, actor, 'record.read', now)
  return found.map(({ patient_id, label, contact }) => ({
    patientId: patient_id,
    label: contact?.name ?? label,
    onTeam: open.has(patient_id),
  }))
}
