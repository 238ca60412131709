import * as z from 'zod/mini'
import type { ErrorCode } from '../errors.ts'
import { TREATS } from '../access/policy.ts'
import type { StaffRole } from '../access/principal.ts'
import { type CheckedLicence, licenceFault } from '../account/licence.ts'
import { Instant, type SignOff, Uuid } from '../ids.ts'

export const ReviewAct = z.enum(['sign', 'return', 'withdraw'])
export type ReviewAct = z.infer<typeof ReviewAct>

/** Where an item stands with a clinic. `changed`: it is not what was looked at any more, and is to be looked at again. */
export const ReviewState = z.enum(['unsigned', 'signed', 'changed', 'returned'])
export type ReviewState = z.infer<typeof ReviewState>

/** Who signed, as it was then: a name that is changed later does not change a signature. `licence`: as what, where, under which number. */
export const Reviewer = z.object({ staffId: Uuid, name: z.string(), licence: z.string() })
export type Reviewer = z.infer<typeof Reviewer>

/** One line of an item's history. It is never changed: taking a signature back is a line of its own. */
export const ReviewLine = z.object({
  act: ReviewAct,
  version: z.number(),
  hash: z.string(),
  by: Reviewer,
  at: Instant,
  words: z.string(),
})
export type ReviewLine = z.infer<typeof ReviewLine>

/** The fewest letters of the words with which something is returned or a signature taken back: whoever mends it must learn what is wrong. */
export const REVIEW_WORDS_LEAST = 10

export type Standing = {
  state: ReviewState
  by: string | null
  licence: string | null
  at: string | null
  words: string
}

const UNSIGNED: Standing = { state: 'unsigned', by: null, licence: null, at: null, words: '' }

/**
 * Where an item stands: by the last line of its history, and only for exactly what that line was about. Where the clinic has said nothing, the
 * mark of the item's own file counts, as a clinic may keep it there. `hash`: of the item as it is now.
 */
export function standingOf(
  hash: string,
  shipped: SignOff | null,
  last: Omit<ReviewLine, 'version'> | null,
): Standing {
  if (last === null)
    return shipped?.state === 'reviewed'
      ? { ...UNSIGNED, state: 'signed', by: shipped.by, at: shipped.at }
      : UNSIGNED
  const { act, by, at, words } = last
  if (act === 'withdraw') return { ...UNSIGNED, words }
  const said = { by: by.name, licence: by.licence, at, words }
  if (last.hash !== hash) return { state: 'changed', ...said }
  return { state: act === 'sign' ? 'signed' : 'returned', ...said }
}

/**
 * Why this member of staff may not sign content now; null: they may. An administrator of the clinic who treats, or whoever an administrator
 * appointed; and only with a licence on record that holds today: a signature by somebody without one would be none.
 */
export function signerFault(
  staff: { role: StaffRole; appointed: boolean; licence: CheckedLicence | null },
  clinic: { now: string; country: string | null },
): ErrorCode | null {
  const treats = (TREATS as readonly StaffRole[]).includes(staff.role)
  if (!treats || !(staff.appointed || staff.role === 'clinic-admin')) return 'not-lead'
  return staff.licence === null ? 'licence-missing' : licenceFault(staff.licence, clinic)
}

/** A licence in one line, as it stands beside a signature. */
export const licenceLine = ({ kind, country, region, number }: CheckedLicence): string =>
  `${kind}, ${[country, region].filter((part) => part !== null).join(' ')} ${number}`

export type ReviewFault = 'not-opened' | 'changed' | 'words' | 'nothing-to-withdraw' | 'signed-already'

/**
 * Why an act on one item cannot be done; null: it can. `seenHash`: what its sender looked at. `opened`: whether they opened exactly that.
 * Nothing is signed, nor returned, unread; and only what was signed or returned can be taken back.
 */
export function reviewFault(
  act: ReviewAct,
  {
    hash,
    seenHash,
    opened,
    words,
    state,
  }: {
    hash: string
    seenHash: string
    opened: boolean
    words: string
    state: ReviewState
  },
): ReviewFault | null {
  if (act === 'withdraw') {
    if (words.trim().length < REVIEW_WORDS_LEAST) return 'words'
    return state === 'unsigned' ? 'nothing-to-withdraw' : null
  }
  if (hash !== seenHash) return 'changed'
  if (!opened) return 'not-opened'
  if (act === 'return') return words.trim().length < REVIEW_WORDS_LEAST ? 'words' : null
  return state === 'signed' ? 'signed-already' : null
}
