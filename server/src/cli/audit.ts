import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { enter } from '../access/gate.ts'
import type { Link } from '../audit/chain.ts'
import { sealTrail } from '../audit/sealer.ts'
import { type Verdict, verifyTrail } from '../audit/verify.ts'
import { inClinic } from '../db/connect.ts'
import { badInput, type Reply } from './reply.ts'
import { type Opened, withDatabase } from './with-database.ts'

const USAGE = [
  'Use: dorsal audit verify [--head FILE]   checks every link of the trail; FILE: heads that were kept before',
  '     dorsal audit head                   the last link of each clinic, one a line, to be kept elsewhere',
]

const Kept = z.array(z.object({ tenantId: z.string(), seq: z.number(), hash: z.string() }))
type Kept = z.infer<typeof Kept>

function read(args: string[]) {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { head: { type: 'string' } },
  })
  return { what: positionals[0], more: positionals.length > 1, ...values }
}

/** Heads as `audit head` prints them, one JSON object a line. */
function keptIn(file: string): Kept | null {
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    return z.parse(
      Kept,
      lines.filter((line) => line.trim() !== '').map((line): unknown => JSON.parse(line)),
    )
  } catch {
    return null
  }
}

async function verdicts({ db }: Opened, kept: Kept): Promise<Verdict[]> {
  const now = new Date()
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').orderBy('tenant_id').execute()
  const all: Verdict[] = []
  for (const { tenant_id } of clinics)
    all.push(
      await inClinic(db, tenant_id, async (tx) => {
        const actor = { kind: 'system', tenantId: tenant_id, name: 'audit' } as const
        await enter(tx, actor, { action: 'machine.trail', now })
        return verifyTrail(tx, tenant_id, { now, kept: kept.find((one) => one.tenantId === tenant_id) })
      }),
    )
  // A clinic whose head was kept and that is not there any more is no whole trail.
  const gone = kept.filter((one) => !clinics.some(({ tenant_id }) => tenant_id === one.tenantId))
  for (const { tenantId } of gone)
    all.push({
      tenantId,
      sealed: 0,
      unsealed: 0,
      oldestSeconds: 0,
      head: null,
      faults: ['this clinic is gone'],
    })
  return all
}

const asKept = (tenantId: string, head: Link): Kept[number] & { at: string } => ({ tenantId, ...head })

/** `audit verify` and `audit head`: whether the trail of who looked is whole, and its ends to be kept elsewhere. */
export async function auditCommand(args: string[], say: (line: string) => void): Promise<Reply> {
  let given: ReturnType<typeof read>
  try {
    given = read(args)
  } catch (error) {
    return badInput(error instanceof Error ? error.message : '', ...USAGE)
  }
  if (given.more || (given.what !== 'verify' && given.what !== 'head')) return badInput(...USAGE)
  const kept = given.head === undefined ? [] : keptIn(given.head)
  if (kept === null) return badInput(`${given.head ?? ''} holds no heads.`, ...USAGE)
  return withDatabase(say, async (opened) => {
    if (given.what === 'head') await sealTrail(opened.db, new Date())
    const all = await verdicts(opened, kept)
    const messages = all.flatMap(({ tenantId, faults }) => faults.map((fault) => `${tenantId}: ${fault}`))
    const whole = messages.length === 0
    if (given.what === 'verify') return { code: whole ? 0 : 1, out: { whole, clinics: all }, messages }
    const lines = all.flatMap(({ tenantId, head }) => (head === null ? [] : [asKept(tenantId, head)]))
    return { code: whole ? 0 : 1, lines, messages }
  })
}
