import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/** Which consent text the first page shows: raised with every change of its meaning, and asked for again then. */
export const CONSENT_VERSION = '2026-11'

/** What the first page needs before anything is known of the person; nothing secret, nothing personal. */
export const PublicConfig = z.object({
  clinic: z.string(),
  contactLine: z.string(),
  demo: z.boolean(),
  country: z.nullable(z.string()),
  emergencyNumber: z.nullable(z.string()),
  crisisNumber: z.nullable(z.string()),
  consentVersion: z.string(),
  anonRetentionDays: z.number(),
  contentVersion: z.string(),
  contentUrl: z.string(),
  unsignedContent: z.boolean(),
  firstPlan: z.enum(['after-clinician', 'immediate']),
  /** Whether the clinic sends links by mail. */
  mail: z._default(z.boolean(), false),
})
export type PublicConfig = z.infer<typeof PublicConfig>

/** The rows of the API that every page asks first, whoever opens it. */
export const publicRows = {
  config: endpoint({
    method: 'GET',
    path: '/api/config',
    action: 'public.read',
    summary: 'What the first page shows',
    params: null,
    body: null,
    reply: PublicConfig,
    perMinute: null,
  }),
} as const
