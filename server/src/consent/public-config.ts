import { CONSENT_VERSION, type PublicConfig } from '@dorsal/care'
import type { Deps } from '../deps.ts'

/** What the clinic set up, as everybody may know it: nothing secret, nothing personal. */
export function publicConfigOf({
  config,
  content,
  unsigned,
}: Pick<Deps, 'config' | 'content' | 'unsigned'>): PublicConfig {
  return {
    clinic: config.clinicName,
    contactLine: config.clinicContact,
    demo: config.demo,
    country: config.country,
    emergencyNumber: config.emergencyNumber,
    crisisNumber: config.crisisNumber,
    consentVersion: CONSENT_VERSION,
    anonRetentionDays: config.anonRetentionDays,
    contentVersion: content.version,
    contentUrl: `/content/${content.version}.json`,
    unsignedContent: unsigned,
    firstPlan: config.firstPlan,
    mail: config.mail !== null,
  }
}
