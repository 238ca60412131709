import type { Call } from '../http/contract-routes.ts'
import { sha256 } from '../ids.ts'

/**
 * A link that an administrator made is sent to its person too, where the clinic sends mail, in the language of the administrator, for the
 * other's is not known yet; it is shown to the administrator all the same.
 */
export async function mailStaffLink(
  { tx, deps, lang, now }: Pick<Call<'inviteStaff'>, 'tx' | 'deps' | 'lang' | 'now'>,
  template: 'join' | 'reset',
  { tenantId, to, token }: { tenantId: string; to: string; token: string },
): Promise<void> {
  const errand = { template, to, lang, path: `/clinician/join#${token}` } as const
  await deps.mail.add(tx, tenantId, `${template}:${sha256(token)}`, errand, now)
}
