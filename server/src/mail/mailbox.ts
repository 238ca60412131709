import { type Language, LANGUAGES } from '@dorsal/content'
import type { Vault } from '../account/vault.ts'
import type { Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'
import type { TemplateId } from './templates.ts'

/**
 * One thing to send. `path`: the address within the product, its secret behind the `#`. Left out: it is found out when the letter is
 * sent, so that asking for one takes the same whether anybody has this address or not, and no link is kept. `visit`: the letter is made from
 * this visit when it is sent.
 */
export type Errand = {
  template: TemplateId
  to: string
  lang: Language
  path?: string
  patientId?: string
  visit?: { id: string; sequence: number }
}

export type Mailbox = {
  /** Whether the clinic has set up a mail server. Without one nothing is written down. */
  on: boolean
  /** Writes an errand down within the transaction that it belongs to; one with the same key is the same. */
  add: (tx: Tx, tenantId: string, key: string, errand: Errand, now: Date) => Promise<void>
}

const about = (tenantId: string, key: string): string => `mail ${tenantId} ${key}`

export const langOf = (lang: string): Language => LANGUAGES.find((one) => one === lang) ?? 'en'

/** `wake`: tells whoever sends that there is something, when the transaction has ended. */
export function mailbox(on: boolean, vault: Vault, wake: (tx: Tx) => Promise<void>): Mailbox {
  return {
    on,
    add: async (tx, tenantId, key, errand, now) => {
      if (!on) return
      const sealed = vault.seal(Buffer.from(JSON.stringify(errand)), about(tenantId, key))
      const added = await tx
        .insertInto('app.mail')
        .values({
          tenant_id: tenantId,
          mail_id: newId(now),
          effect_key: key,
          sealed,
          state: 'waiting',
          next_at: now,
          created_at: now,
          done_at: null,
        })
        .onConflict((c) => c.columns(['tenant_id', 'effect_key']).doNothing())
        .executeTakeFirst()
      if (added.numInsertedOrUpdatedRows !== 0n) await wake(tx)
    },
  }
}

/** Null where it was sealed under another key. */
export function errandOf(
  vault: Vault,
  row: { tenant_id: string; effect_key: string; sealed: string | null },
) {
  const plain = row.sealed === null ? null : vault.open(row.sealed, about(row.tenant_id, row.effect_key))
  return plain === null ? null : (JSON.parse(plain.toString()) as Errand)
}
