import { parseArgs } from 'node:util'
import { closeAllSessions } from '../access/sessions.ts'
import { hashPassword, newPassword } from '../account/passwords.ts'
import { firstAdminLink, staffLinkAddress } from '../staff/first-admin.ts'
import { dropSecondFactors } from '../staff/second-factor.store.ts'
import { addStaff, setPassword, staffByEmail } from '../staff/staff.store.ts'
import { closeSteps } from '../staff/step.store.ts'
import { badInput, type Reply } from './reply.ts'
import { withDatabase } from './with-database.ts'

const USAGE = [
  'Use: dorsal staff add --email E --name N [--role therapist|clinic-admin]',
  '     dorsal staff reset --email E [--second-factor]',
  '     dorsal staff first-admin',
]

function read(args: string[]) {
  const text = { type: 'string' } as const
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { email: text, name: text, role: text, 'second-factor': { type: 'boolean' } },
  })
  return { action: positionals[0], role: 'therapist', ...values }
}

/** `staff add` and `staff reset`: an account for somebody at the clinic, or a new password for one; prints the first password once. */
export async function staffCommand(args: string[], say: (line: string) => void): Promise<Reply> {
  let given: ReturnType<typeof read>
  try {
    given = read(args)
  } catch (error) {
    return badInput(error instanceof Error ? error.message : '', ...USAGE)
  }
  const { action, email, name, role } = given
  if (action === 'first-admin') return firstAdmin(say)
  if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email))
    return badInput('Give an e-mail address.', ...USAGE)
  if (role !== 'therapist' && role !== 'clinic-admin') return badInput(...USAGE)
  const password = newPassword()
  const now = new Date()
  if (action === 'reset')
    return withDatabase(say, async ({ db }) => {
      const staff = await staffByEmail(db, email)
      if (staff === undefined) return badInput(`Nobody here has the address ${email}.`)
      const staffId = staff.staff_id
      const passwordHash = await hashPassword(password)
      await db.transaction().execute(async (tx) => {
        await setPassword(tx, staffId, passwordHash)
        if (given['second-factor'] === true) await dropSecondFactors(tx, staffId)
        await closeAllSessions(tx, staffId, now)
        await closeSteps(tx, staffId)
      })
      return { code: 0, out: { staffId, email, password }, messages: [] }
    })
  if (action !== 'add' || name === undefined) return badInput(...USAGE)
  return withDatabase(say, async ({ db, tenantId }) => {
    const passwordHash = await hashPassword(password)
    const staffId = await addStaff(db, { tenantId, email, name, role, passwordHash }, now)
    if (staffId === null) return badInput(`The address ${email} has an account already.`)
    return { code: 0, out: { staffId, email, name, role, password }, messages: [] }
  })
}

/** A new link for becoming the clinic's first administrator, where the one of the last start is lost. */
function firstAdmin(say: (line: string) => void): Promise<Reply> {
  return withDatabase(say, async ({ db, tenantId, config }) => {
    const token = await firstAdminLink(db, tenantId, new Date())
    if (token === null) return badInput('The clinic has an administrator already.')
    const base = config.publicUrl ?? `http://${config.host}:${config.port}`
    return { code: 0, out: { address: staffLinkAddress(base, token) }, messages: [] }
  })
}
