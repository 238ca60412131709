import { DEMO_CLINICIAN, seedDemo } from '../seed/seed.ts'
import { badInput, type Reply } from './reply.ts'
import { withDatabase } from './with-database.ts'

/** `seed`: fills an empty clinic with made-up people; only in a demo. */
export function seedCommand(say: (line: string) => void): Promise<Reply> {
  return withDatabase(say, async ({ db, config, tenantId, content }) => {
    if (!config.demo) return badInput('Made-up people belong in a demo only: set DEMO=1.')
    const now = new Date()
    const seeded = await seedDemo({ db, content, tenantId, config, now })
    const messages = seeded ? [] : ['The clinic is not empty: nothing was added.']
    return { code: 0, out: { seeded, signIn: DEMO_CLINICIAN.email }, messages }
  })
}
