import { parseArgs } from 'node:util'
import { closeAllSessions } from '../access/sessions.ts'
import { hashPassword, newPassword } from '../staff/passwords.ts'
import { addStaff, setPassword } from '../staff/staff.store.ts'
import { badInput, type Reply } from './reply.ts'
import { withDatabase } from './with-database.ts'

const USAGE = [
  'Use: dorsal staff add --email E --name N [--role therapist|clinic-admin]',
  '     dorsal staff reset --email E',
]

function read(args: string[]) {
  const text = { type: 'string' } as const
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { email: text, name: text, role: text },
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
  if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email))
    return badInput('Give an e-mail address.', ...USAGE)
  if (role !== 'therapist' && role !== 'clinic-admin') return badInput(...USAGE)
  const password = newPassword()
  const now = new Date()
  if (action === 'reset')
    return withDatabase(say, async ({ db }) => {
      const staffId = await setPassword(db, email, await hashPassword(password))
      if (staffId === null) return badInput(`Nobody here has the address ${email}.`)
      await closeAllSessions(db, staffId, now)
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
