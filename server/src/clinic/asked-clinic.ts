import { patientOf } from '../access/patient-secret.ts'
import { staffOf } from '../access/sessions.ts'
import type { Db } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { Cookies } from '../http/cookies.ts'

type Asked = { db: Db; cookies: Cookies; deps: Deps; now: Date }

/** Whose clinic a page for everybody means: that of the record in this browser, of whoever is signed in to work, else the one that this server opens with. */
export async function askedClinic({ db, cookies, deps, now }: Asked): Promise<string> {
  const patient = await patientOf(db, cookies.read('me'), now)
  const staff = patient ?? (await staffOf(db, cookies.read('staff'), now))
  return staff?.tenantId ?? deps.homeTenant
}
