/**
 * A password is as long as this at least, longer where it opens something alone, without a second factor (NIST SP 800-63B-4, 3.1.1.2),
 * and at most so long that nobody can keep the server busy with one.
 */
export const PASSWORD_LETTERS = { least: 12, alone: 15, most: 200 } as const

export type PasswordFault = 'short' | 'long' | 'few-letters' | 'own-words'

/**
 * What is wrong with a new password; null: nothing. Length is what counts, so there are no rules about signs and capitals, and no
 * password ends by age (NIST SP 800-63B, 5.1.1.2). `own` are words that anybody would try first: the address, the name, the clinic.
 * `least`: how long it has to be, in characters as they are seen.
 */
export function passwordFault(
  password: string,
  own: readonly string[] = [],
  least: number = PASSWORD_LETTERS.least,
): PasswordFault | null {
  const text = password.normalize('NFKC')
  if (Array.from(text).length < least) return 'short'
  if (text.length > PASSWORD_LETTERS.most) return 'long'
  const plain = text.toLowerCase().replace(/[\s\d_.-]+/g, '')
  const parts = own.flatMap((word) => word.toLowerCase().split(/[@.\s]+/)).filter((word) => word.length > 3)
  if (new Set(text).size < 6) return 'few-letters'
  const left = parts.reduce((rest, word) => rest.replaceAll(word, ''), plain)
  return left.length < plain.length && left.length < 6 ? 'own-words' : null
}
