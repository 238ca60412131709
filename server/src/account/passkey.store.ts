import { type PasskeyChallenge, type PasskeyMade, type PasskeySigned, Refusal } from '@dorsal/care'
import type { AccountTables } from './account-tables.ts'
import type { Browser } from './browser.ts'
import type { Db, Tx } from '../db/connect.ts'
import { newId, newSecret, sha256 } from '../ids.ts'
import { checkMade, checkSigned } from './passkey.ts'

/** Whose passkeys these are. */
export type Holder = { kind: 'staff' | 'account'; id: string }
type Purpose = AccountTables['auth.passkey_challenge']['purpose']

const LASTS_MINUTES = 5
const MOST = 10
const columnOf = { staff: 'staff_id', account: 'account_id' } as const

/** What has to be signed, kept as a hash until it is, once. */
export async function newChallenge(
  db: Db | Tx,
  given: { purpose: Purpose; owner: string | null; browser: Browser; clinic: string; now: Date },
): Promise<PasskeyChallenge> {
  const challenge = newSecret()
  await db
    .insertInto('auth.passkey_challenge')
    .values({
      challenge_hash: sha256(challenge),
      purpose: given.purpose,
      owner: given.owner,
      expires_at: new Date(given.now.getTime() + LASTS_MINUTES * 60_000),
    })
    .execute()
  return {
    challenge,
    rpId: given.browser.host,
    rpName: given.clinic,
    userId: null,
    userName: null,
    known: [],
  }
}

/** The challenge that an answer names, used up by this; undefined where it was not ours, was used, or is over. */
async function takeChallenge(
  db: Db | Tx,
  clientData: string,
  given: { purpose: Purpose; owner: string | null; now: Date },
): Promise<string | undefined> {
  const text = Buffer.from(clientData, 'base64url').toString('utf8')
  const challenge = /"challenge"\s*:\s*"([\w-]{43})"/.exec(text)?.[1]
  const row = await db
    .deleteFrom('auth.passkey_challenge')
    .where('challenge_hash', '=', sha256(challenge ?? ''))
    .where('purpose', '=', given.purpose)
    .where('owner', given.owner === null ? 'is' : '=', given.owner)
    .where('expires_at', '>', given.now)
    .returning('purpose')
    .executeTakeFirst()
  return row === undefined ? undefined : challenge
}

export async function passkeysOf(db: Db | Tx, holder: Holder) {
  const rows = await db
    .selectFrom('auth.passkey')
    .select(['passkey_id', 'credential_id', 'label', 'created_at', 'last_used_at'])
    .where(columnOf[holder.kind], '=', holder.id)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    credentialId: row.credential_id,
    shown: {
      id: row.passkey_id,
      label: row.label,
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    },
  }))
}

export async function addPasskey(
  tx: Tx,
  holder: Holder,
  made: PasskeyMade,
  { browser, now }: { browser: Browser; now: Date },
): Promise<void> {
  const purpose = `${holder.kind}-add` as const
  const challenge = await takeChallenge(tx, made.clientData, { purpose, owner: holder.id, now })
  const asked = { challenge: challenge ?? '', origin: browser.origin, rpId: browser.host }
  const counter = challenge === undefined ? null : checkMade(made, asked)
  const there = await passkeysOf(tx, holder)
  if (counter === null || there.length >= MOST) throw new Refusal('passkey-unknown')
  const row = await tx
    .insertInto('auth.passkey')
    .values({
      passkey_id: newId(now),
      credential_id: made.credentialId,
      staff_id: holder.kind === 'staff' ? holder.id : null,
      account_id: holder.kind === 'account' ? holder.id : null,
      public_key: made.publicKey,
      algorithm: made.algorithm,
      counter,
      label: made.label,
      created_at: now,
      last_used_at: null,
    })
    .onConflict((c) => c.column('credential_id').doNothing())
    .returning('passkey_id')
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('passkey-unknown')
}

export async function removePasskey(tx: Tx, holder: Holder, passkeyId: string): Promise<void> {
  await tx
    .deleteFrom('auth.passkey')
    .where('passkey_id', '=', passkeyId)
    .where(columnOf[holder.kind], '=', holder.id)
    .execute()
}

/** Whose passkey signed this; refused, in one and the same words, where none of ours did. */
export async function holderOf(
  db: Db,
  kind: Holder['kind'],
  signed: PasskeySigned,
  { browser, now }: { browser: Browser; now: Date },
): Promise<string> {
  const challenge = await takeChallenge(db, signed.clientData, {
    purpose: `${kind}-sign-in`,
    owner: null,
    now,
  })
  const row = await db
    .selectFrom('auth.passkey')
    .selectAll()
    .where('credential_id', '=', signed.credentialId)
    .executeTakeFirst()
  const id = row?.[columnOf[kind]]
  if (challenge === undefined || row === undefined || id == null) throw new Refusal('passkey-unknown')
  const known = { publicKey: row.public_key, algorithm: row.algorithm, counter: Number(row.counter) }
  const counter = checkSigned(signed, known, { challenge, origin: browser.origin, rpId: browser.host })
  if (counter === null) throw new Refusal('passkey-unknown')
  const used = await db
    .updateTable('auth.passkey')
    .set({ counter, last_used_at: now })
    .where('passkey_id', '=', row.passkey_id)
    .where('counter', '=', row.counter)
    .returning('passkey_id')
    .executeTakeFirst()
  if (used === undefined) throw new Refusal('passkey-unknown')
  return id
}
