import type { Colleague } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

export const ROLE_WORDS: Readonly<Record<Colleague['role'], MessageDescriptor>> = {
  therapist: msg`Therapist`,
  assistant: msg`Assistant`,
  'front-desk': msg`Front desk`,
  'clinic-admin': msg`Administrator`,
  'benefit-manager': msg`Benefit manager`,
  'platform-admin': msg`Platform administrator`,
}

/** What an administrator can give here, and what each may do: the roles that have something to do in the product by now. */
export const GIVEN_ROLES = [
  { role: 'therapist', may: msg`Sees and treats patients, decides about plans.` },
  { role: 'assistant', may: msg`Works with the patients of their team; a therapist decides.` },
  { role: 'clinic-admin', may: msg`Like a therapist, and says who works here.` },
] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]['role']
