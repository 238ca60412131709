import { REMINDER_KINDS, type ReminderKind } from '@dorsal/care'
import type { Vault } from '../account/vault.ts'

const ABOUT = 'reminder off'

/** Whose reminders of which kinds a link turns off. */
export type OffWish = { tenantId: string; patientId: string; kinds: readonly ReminderKind[] }

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** The secret of a link that turns kinds of reminders off: sealed, so that it tells nothing of anybody, and nothing has to be kept for it. */
export function offToken(vault: Vault, { tenantId, patientId, kinds }: OffWish): string {
  const which = REMINDER_KINDS.reduce((sum, kind, n) => sum + (kinds.includes(kind) ? 2 ** n : 0), 0)
  const plain = Buffer.concat([bytesOf(tenantId), bytesOf(patientId), Buffer.from([which])])
  return vault.seal(plain, ABOUT)
}

/** What a link turns off; null where it was not made here. */
export function readOffToken(vault: Vault, token: string): OffWish | null {
  const plain = vault.open(token, ABOUT)
  if (plain?.length !== 33) return null
  const which = plain.readUInt8(32)
  return {
    tenantId: idOf(plain.subarray(0, 16)),
    patientId: idOf(plain.subarray(16, 32)),
    kinds: REMINDER_KINDS.filter((_, n) => (which & (2 ** n)) !== 0),
  }
}
