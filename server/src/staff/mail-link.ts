import type { Call } from '../http/contract-routes.ts'
import { sha256 } from '../ids.ts'

/** A link that an administrator made is sent to its person too, where the clinic sends mail; it is shown to the administrator all the same. */
export async function mailStaffLink(
  { tx, deps, now }: Pick<Call<'inviteStaff'>, 'tx' | 'deps' | 'now'>,
  template: 'join' | 'reset',
  { tenantId, to, token }: { tenantId: string; to: string; token: string },
): Promise<void> {
  const errand = { template, to, lang: 'en', path: `/clinician/join#${token}` } as const
  await deps.mail.add(tx, tenantId, `${template}:${sha256(token)}`, errand, now)
}
