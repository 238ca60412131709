/** The guards that are taken out one by one, and the tests that must notice. */
import { ACTIONS, contract, type Endpoint } from '@dorsal/care'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../scripts/command.ts'
import { documentGuards } from './document-guards.ts'
import { reminderGuards } from './reminder-guards.ts'

/** `edits`: texts by file that take the place of what is there. */
export type Guard = { id: string; what: string; edits: Record<string, string>; tests: readonly string[] }

const MATRIX = 'server/src/access/matrix/matrix.test.ts'
const ONLY = 'server/src/access/matrix/only.ts'
const ROUTES = 'server/src/http/contract-routes.ts'
const GATE = 'server/src/access/gate.ts'

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** The file with one thing in it replaced, which must be there once. */
export function changed(file: string, from: string, to: string): Record<string, string> {
  const text = read(file)
  if (text.split(from).length !== 2) throw new Error(`${file} does not have once: ${from}`)
  return { [file]: text.replace(from, () => to) }
}

const askedOnly = ({ method, path: url }: Endpoint): Record<string, string> =>
  changed(ONLY, 'string | null = null', `string | null = '${method} ${url}'`)

const guarded = (): [string, Endpoint][] =>
  Object.entries<Endpoint>(contract).filter(([, row]) => ACTIONS[row.action].door !== 'anyone')

/** A route that lets in whoever comes: neither who they are nor whose record it is is asked. */
function openRoutes(): Guard[] {
  const text = read(ROUTES)
  const admits = 'admit(actor, row.action)'
  const enters = 'await enter(tx, actor, { action: row.action, id: params?.id, now })'
  if (!text.includes(admits) || !text.includes(enters)) throw new Error(`${ROUTES} does not ask as it did`)
  return guarded().map(([name, row]) => ({
    id: `route ${name}`,
    what: `${row.method} ${row.path} asks nobody who they are or whose record it is`,
    edits: {
      [ROUTES]: text
        .replace(admits, () => `if (name !== '${name}') ${admits}`)
        .replace(
          enters,
          () =>
            `name === '${name}' ? { patientId: params?.id ?? null, relation: 'self' as const } : ${enters}`,
        ),
      ...askedOnly(row),
    },
    tests: [MATRIX],
  }))
}

/** A route that asks for the role and not for the record. */
function anyRecord(): Guard[] {
  const asks = 'if (!may(actor, action, subject.relation))'
  return guarded()
    .filter(([, { action }]) => ['patient', 'proposal', 'task'].includes(ACTIONS[action].about))
    .map(([name, row]) => ({
      id: `record ${name}`,
      what: `${row.method} ${row.path} asks for the role and not for whose record it is`,
      edits: {
        ...changed(GATE, asks, `if (action !== '${row.action}' && !may(actor, action, subject.relation))`),
        ...askedOnly(row),
      },
      tests: [MATRIX],
    }))
}

/** A route that leaves no line in the trail. */
function silent(): Guard[] {
  const writes = 'await recordAccess(tx, { ...line, patientId: subject.patientId, listed })'
  return guarded()
    .filter(([, row]) => row.method === 'GET')
    .map(([name, row]) => ({
      id: `trail ${name}`,
      what: `${row.method} ${row.path} leaves no line in the trail`,
      edits: { ...changed(ROUTES, writes, `if (name !== '${name}') ${writes}`), ...askedOnly(row) },
      tests: [MATRIX],
    }))
}

/** Guards of routes: of these some are drawn. */
export const routeGuards = (): Guard[] => [...openRoutes(), ...anyRecord(), ...silent()]

/** Rows of the policy that let in by one relation more. */
function widerRows(): Guard[] {
  const file = 'care/src/access/policy.ts'
  const text = read(file)
  return [...text.matchAll(/^ {2}\{ who: .*action: '([\w.-]+)', relation: (\[[^\]]*\]|CARES) \},$/gm)].map(
    (found) => {
      const [whole, action = '', relation = ''] = found
      const wider = relation.includes("'same-clinic'")
        ? "['same-clinic', 'none']"
        : "['same-clinic', ...CARES]"
      return {
        id: `policy ${action}`,
        what: `${whole.trim()} lets in by ${wider}`,
        edits: {
          [file]: text.replace(whole, () =>
            whole.replace(`relation: ${relation}`, () => `relation: ${wider}`),
          ),
        },
        tests: ['care/src/access/access.test.ts'],
      }
    },
  )
}

const one = (id: string, what: string, edits: Record<string, string>, tests: readonly string[]): Guard => ({
  id,
  what,
  // Who is let in at all shows at any route of theirs.
  edits: tests.includes(MATRIX) ? { ...edits, ...askedOnly(contract.staffMe) } : edits,
  tests,
})
const SUBJECT = 'server/src/access/subject.ts'
const SESSIONS = 'server/src/access/sessions.ts'
const GATE_TEST = 'server/src/access/gate.test.ts'
const AUDIT_TEST = 'server/src/audit/audit.test.ts'
const SWITCH_TEST = 'server/src/staff/switch-clinic.test.ts'
const GLASS_TEST = 'server/src/access/glass.test.ts'
const CHAIN = 'server/src/audit/chain.ts'

/** Single guards, each of which some promise rests on. */
function single(): Guard[] {
  const now = changed(SUBJECT, 'and g.ends_at > ${now}', '')
  return [
    one('glass ends', 'an opening never ends', now, [GATE_TEST]),
    one(
      'glass is mine',
      'an opening opens the record to everybody',
      changed(SUBJECT, 'where g.staff_id = ${staffId} and', 'where'),
      [GATE_TEST],
    ),
    one(
      'cover ends',
      'a cover never ends',
      changed(
        'server/src/access/on-team.ts',
        'from app.care_team t where t.until is null or t.until > ${now}',
        'from app.care_team t',
      ),
      [GATE_TEST],
    ),
    one(
      'left the clinic',
      'who has left still has their patients to themselves',
      changed('server/src/access/on-team.ts', ' and m.ended_at is null', ''),
      [GATE_TEST],
    ),
    one(
      'panel',
      'the panel lists everybody',
      changed('server/src/access/gate.ts', '(relation) => may(actor, action, relation)', '() => true'),
      [GATE_TEST],
    ),
    one(
      'session revoked',
      'a session outlives signing out',
      changed(
        SESSIONS,
        "    .where('s.token_hash', '=', hash)\n    .where('s.revoked_at', 'is', null)\n",
        "    .where('s.token_hash', '=', hash)\n",
      ),
      [MATRIX],
    ),
    one(
      'session disabled',
      'a disabled account stays in',
      changed(SESSIONS, "    .where('p.disabled_at', 'is', null)\n", ''),
      [MATRIX],
    ),
    one(
      'membership ended',
      'an ended membership stays in',
      changed(SESSIONS, "    .where('m.ended_at', 'is', null)\n", ''),
      [MATRIX],
    ),
    one(
      'tenant for the transaction',
      'the name of the clinic outlives its transaction',
      changed('server/src/db/connect.ts', '${tenantId}, true)', '${tenantId}, false)'),
      ['server/src/db/mixing.test.ts'],
    ),
    one(
      'own origin',
      'changes are taken from any site',
      changed(
        'server/src/access/origin.ts',
        'if (!SAFE.has(request.method) && !ownOrigin(config, request))',
        'if (false)',
      ),
      ['server/src/access/doors.test.ts'],
    ),
    one(
      'a list leaves its people',
      'a list leaves a line without its people',
      changed('server/src/audit/audit.ts', 'patient_ids: [...new Set(listed)]', 'patient_ids: []'),
      [AUDIT_TEST],
    ),
    one(
      'refusals',
      'a refusal leaves no line',
      changed(ROUTES, 'error instanceof RefusedAt && error.patientId !== null', 'false'),
      [AUDIT_TEST],
    ),
    one(
      'the link before',
      'a seal does not cover the link before it',
      changed(CHAIN, '`${before}\\n${JSON.stringify(said)}`', 'JSON.stringify(said)'),
      [AUDIT_TEST],
    ),
    one(
      'who',
      'a seal does not cover who looked',
      changed(
        CHAIN,
        'const said = [seq, audit_id, at, actor_kind, actor_id,',
        'const said = [seq, audit_id, at, actor_kind,',
      ),
      [AUDIT_TEST],
    ),
    one(
      'whom',
      'a seal does not cover whom a list showed',
      changed(
        CHAIN,
        'patient_id, patient_ids, outcome, request_id]\n  return',
        'patient_id, outcome, request_id]\n  return',
      ),
      [AUDIT_TEST],
    ),
    one(
      'one sealer',
      'two sealers at a time',
      changed('server/src/audit/sealer.ts', 'if (lock[0]?.mine !== true) return 0', ''),
      [AUDIT_TEST],
    ),
    one(
      'clinic: the page says which',
      'a page that shows one clinic changes another',
      changed('server/src/http/contract-routes.ts', '  holdClinic(actor, request)\n', ''),
      [SWITCH_TEST],
    ),
    one(
      'clinic: own ones only',
      'somebody goes on at a clinic where others work',
      changed('server/src/staff/switch-clinic.ts', ".where('staff_id', '=', actor.staffId)\n", '\n'),
      [SWITCH_TEST],
    ),
    one(
      'clinic: an end is an end',
      'somebody goes on at a clinic that has ended their work there',
      changed('server/src/staff/switch-clinic.ts', ".where('ended_at', 'is', null)\n", '\n'),
      [SWITCH_TEST],
    ),
    one(
      'clinic: joined by password',
      'an invitation opens an account without its password',
      changed(
        'server/src/staff/staff-link.routes.ts',
        'if (!(await passwordFits(staff.password_hash, body.password)))',
        'if (false)',
      ),
      [SWITCH_TEST],
    ),
    one(
      'clinic: guesses counted',
      'guesses by an invitation are not counted',
      changed(
        'server/src/staff/staff-link.routes.ts',
        'const tryId = await beginTry(db, attempt, now)\n',
        "const tryId = attempt.account && now ? '00000000-0000-7000-8000-000000000001' : ''\n",
      ),
      [SWITCH_TEST],
    ),
    one(
      'clinic: no reset of a guest',
      'a clinic resets an account that another one keeps',
      changed('server/src/staff/colleagues.routes.ts', "if (guest) throw new Refusal('forbidden')", ''),
      [SWITCH_TEST],
    ),
    one(
      'clinic: whole names only',
      'half a name finds people of other teams',
      changed(
        'server/src/access/find-person.ts',
        "plain(contact?.name ?? '') === wanted",
        "plain(contact?.name ?? '').includes(wanted)",
      ),
      [GLASS_TEST],
    ),
    one(
      'clinic: ended by its own',
      'somebody ends what a colleague has opened',
      changed(
        'server/src/access/glass.store.ts',
        ".set({ ends_at: now })\n    .where('patient_id', '=', patientId)\n    .where('staff_id', '=', staffId)\n",
        ".set({ ends_at: now })\n    .where('patient_id', '=', patientId)\n",
      ),
      [GLASS_TEST],
    ),
    one(
      'a door without an action',
      'a route without an action is served',
      changed(
        'server/src/access/doors.ts',
        'if (action === undefined || !(action in ACTIONS))',
        'if (false)',
      ),
      [MATRIX],
    ),
  ]
}

/** Every guard in place, and little asked: what must pass before anything is taken out. */
export const UNTOUCHED = askedOnly(contract.staffMe)

/** Guards that are always taken out. */
export const otherGuards = (): Guard[] => [
  ...widerRows(),
  ...single(),
  ...reminderGuards(),
  ...documentGuards(),
]
