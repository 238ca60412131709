import * as z from 'zod/mini'
import { Instant } from '../ids.ts'

const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most))

/** A licence as an administrator read it in the public register: as what, its number, for which country (and region), until when. */
export const ProfessionalLicence = z.object({
  kind: words(60),
  number: words(40),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  region: z.nullable(words(40)),
  expiresOn: z.iso.date(),
})
export type ProfessionalLicence = z.infer<typeof ProfessionalLicence>

export const CheckedLicence = z.extend(ProfessionalLicence, {
  checkedAt: Instant,
  checkedBy: z.nullable(z.string()),
})
export type CheckedLicence = z.infer<typeof CheckedLicence>

export type LicenceFault = 'licence-expired' | 'licence-elsewhere'

/**
 * Whether a licence lets its holder decide about patients of a clinic; null: it does. It counts to the end of its last day, in UTC. `country`
 * is where the clinic treats; null: not said, then every country counts. That none is on record is not judged here.
 */
export function licenceFault(
  licence: Pick<ProfessionalLicence, 'country' | 'expiresOn'>,
  { now, country }: { now: string; country: string | null },
): LicenceFault | null {
  if (now.slice(0, 10) > licence.expiresOn) return 'licence-expired'
  return country !== null && licence.country !== country ? 'licence-elsewhere' : null
}
