import { CONSENT_VERSION, type Decision, Refusal } from '@dorsal/care'
import { issueSecret, patientOf } from '../access/patient-secret.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { once } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { addPatient } from '../patient/patient.store.ts'
import { addConsent, makeRoom } from './consent.store.ts'
import { publicConfigOf } from './public-config.ts'

export const consentRoutes: HandlersOf<'giveConsent' | 'config'> = {
  config: async ({ deps }) => publicConfigOf(deps),

  giveConsent: async ({ db, deps, body, cookies, browser, now, requestId }) => {
    if (body.version !== CONSENT_VERSION)
      throw new Refusal('bad-input', [
        { path: 'version', message: 'There is a newer text to read. Load the page again.' },
      ])
    const known = await patientOf(db, cookies.read('me'), now)
    const tenantId = known?.tenantId ?? deps.homeTenant
    const decision: Decision = {
      kind: 'consent',
      rule: 'consent',
      contentVersion: body.version,
      inputs: { lang: body.lang, agreedAt: body.agreedAt },
      outcome: 'agreed',
      because: [],
      at: now.toISOString(),
      by: 'patient',
    }
    const opened = await inClinic(db, tenantId, async (tx) => {
      if (known === null) await makeRoom(tx, body.id)
      const patientId = known?.patientId ?? (await addPatient(tx, tenantId, now))
      const actor = { kind: 'patient', tenantId, patientId } as const
      await recordAccess(tx, { actor, action: 'giveConsent', patientId, requestId, at: now })
      const store = async () => {
        await addConsent(tx, { tenantId, patientId, consent: body, now })
        await addDecisions(tx, { tenantId, patientId }, [decision])
        return { saved: { id: body.id, at: now.toISOString() }, patientId }
      }
      const write = { tenantId, patientId, endpoint: 'giveConsent', id: body.id, body, now }
      const reply = await once(tx, write, store)
      return {
        reply,
        secret: known === null ? await issueSecret(tx, tenantId, patientId, now, browser.words) : null,
      }
    })
    if (opened.secret !== null) cookies.set('me', opened.secret)
    return opened.reply
  },
}
