import { Refusal, Uuid } from '@dorsal/care'
import { parseArgs } from 'node:util'
import { enter } from '../access/gate.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import { newId } from '../ids.ts'
import { allMessages } from '../message/message.store.ts'
import { documentsHeld } from '../document/document.store.ts'
import { allPictures } from '../message/picture.store.ts'
import { recordOf } from '../patient/patient.routes.ts'
import { textsOf } from '../patient/texts.ts'
import { replaysHeld } from '../replay/replay.store.ts'
import { linksHeld } from '../sharing/sharing.store.ts'
import { staffNames } from '../staff/staff-names.ts'
import { badInput, type Reply } from './reply.ts'
import { withDatabase } from './with-database.ts'

const USAGE = 'Use: dorsal export --patient ID'

function patientIn(args: string[]): string | null {
  try {
    const { values } = parseArgs({ args, options: { patient: { type: 'string' } } })
    return Uuid.safeParse(values.patient).data ?? null
  } catch {
    return null
  }
}

/** `export --patient ID`: all that the clinic holds of one person, their links and messages among it, as one JSON object. Leaves a line in the audit trail. */
export async function exportCommand(args: string[], say: (line: string) => void): Promise<Reply> {
  const id = patientIn(args)
  if (id === null) return badInput(USAGE)
  return withDatabase(say, ({ db, tenantId, content }) =>
    inClinic(db, tenantId, async (tx): Promise<Reply> => {
      const at = new Date()
      const actor = { kind: 'system', tenantId, name: 'export' } as const
      await enter(tx, actor, { action: 'machine.export', id, now: at })
      const record = await recordOf(tx, id, { content, texts: textsOf(content), now: at })
      const links = await linksHeld(tx, id)
      const messages = await allMessages(tx, id, await staffNames(tx, tenantId))
      const pictures = await allPictures(tx, id)
      const documents = await documentsHeld(tx, id)
      const movement = await replaysHeld(tx, id)
      await recordAccess(tx, { actor, action: 'export', patientId: id, requestId: newId(at), at })
      return { code: 0, out: { ...record, links, messages, pictures, documents, movement }, messages: [] }
    }).catch((error: unknown) => {
      if (error instanceof Refusal) return badInput(`There is no patient ${id}.`)
      throw error
    }),
  )
}
