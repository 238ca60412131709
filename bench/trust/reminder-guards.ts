/** The guards of reminders that are taken out one by one: once, at their time, not too many, not after a cancel, to nobody inside. */
import { changed, type Guard } from './guards.ts'

const WRITE = 'server/src/reminder/write-due.ts'
const PREPARE = 'server/src/reminder/prepare.ts'
const SEND = 'server/src/mail/send-due.ts'
const DECIDE = 'care/src/reminder/decide.ts'
const DUE = 'care/src/reminder/due.ts'
const OFF = 'server/src/reminder/off.routes.ts'
const INSIDE = 'server/src/reminder/inside.test.ts'
const PUSH = 'server/src/reminder/push.ts'
const RULES = 'care/src/reminder/reminder.test.ts'
const KILLED = 'server/src/reminder/killed.test.ts'
const REMINDER = 'server/src/reminder/reminder.test.ts'

type Row = readonly [id: string, what: string, edits: Record<string, string>, tests: readonly string[]]

const rows = (): readonly Row[] => [
  [
    'one key',
    'a reminder has no key of its own',
    changed(
      WRITE,
      '...own, effect_key, reminder_id',
      '...own, effect_key: effect_key + reminder_id, reminder_id',
    ),
    [KILLED],
  ],
  [
    'taken by one',
    'a letter that somebody began to send is sent again',
    changed(SEND, ".set({ state: 'unsure', done_at: now, sealed: null })", ".set({ state: 'waiting' })"),
    ['server/src/mail/mail.test.ts'],
  ],
  [
    'looked at again',
    'a reminder of a cancelled visit goes out once it is written down',
    changed(
      PREPARE,
      'stillHolds(input, new Set(keys), now.getTime())',
      "stillHolds({ ...input, facts: { ...input.facts, visits: input.facts.visits.map((v) => ({ ...v, state: 'booked' as const })) } }, new Set(keys), now.getTime())",
    ),
    [REMINDER],
  ],
  [
    'cancelled',
    'a cancelled visit is told of',
    changed(DUE, "visit.state !== 'booked'", 'visit.starts === 0'),
    [RULES],
  ],
  [
    'by the clocks of the place',
    'the day before is 24 hours before',
    changed(
      DUE,
      'wallToInstant(`${dayAfter(wall.slice(0, 10), -1)}T09:00`, zone)',
      'wallToInstant(`${wall.slice(0, 10)}T09:00`, zone) - 24 * HOUR',
    ),
    ['server/src/reminder/clocks.test.ts'],
  ],
  [
    'quiet hours',
    'something comes in quiet hours',
    changed(DECIDE, "if (isQuiet(settings, now)) return none('quiet')", ''),
    [RULES],
  ],
  [
    'not more than wanted',
    'more come than somebody wants',
    changed(DECIDE, 'hasEnough(settings, sent, now)', 'hasEnough(settings, [], now)'),
    [RULES],
  ],
  [
    'looking changes nothing',
    'opening the link turns reminders off',
    changed(
      OFF,
      'app.get(PATH, OPEN, (request, reply) => {',
      'app.get(PATH, OPEN, async (request, reply) => {\n    await off(deps, request as never)',
    ),
    ['server/src/reminder/off.test.ts'],
  ],
  [
    'nothing inside',
    'a push goes to an address inside',
    changed(
      'server/src/reminder/public-address.ts',
      'found.some(({ address }) => !isPublic(address))',
      'false',
    ),
    [INSIDE],
  ],
  [
    'a name is not trusted',
    'a push goes wherever its name leads',
    changed(
      PUSH,
      '{ lookup: publicLookupBy(find) }',
      '{ lookup: (name, options, done) => find(name, { ...options, all: true }, (error, found) => options.all === true ? done(error, found) : done(error, found[0].address, found[0].family)) }',
    ),
    [INSIDE],
  ],
  [
    'no second look-up',
    'a push goes where its name leads when it is asked once more',
    changed(
      'server/src/reminder/public-address.ts',
      'return options.all === true ? done(null, found) : done(null, first.address, first.family)',
      "return find(name, { ...options, all: true }, (_error, later) => options.all === true ? done(null, later) : done(null, later[0]?.address ?? '', later[0]?.family))",
    ),
    [INSIDE],
  ],
  [
    'no redirect',
    'a push goes on to where it is sent by the answer',
    changed(
      PUSH,
      'resolve(meaning(answer.statusCode ?? 0))',
      "if (answer.headers.location !== undefined) plainRequest(answer.headers.location, { method: 'POST' }).on('error', () => {}).end()\n          resolve(meaning(answer.statusCode ?? 0))",
    ),
    [INSIDE],
  ],
  [
    'no numbers',
    'a push goes to any address that is kept, the number of a machine too',
    changed(PUSH, "if (!mayPush(to.endpoint, loopback)) return 'never'", ''),
    [INSIDE],
  ],
  [
    'translated addresses',
    'an address of IPv4 in other clothes of IPv6 counts as outside',
    changed('server/src/reminder/public-address.ts', "  ['::ffff:0:0:0', 96],\n", ''),
    ['server/src/reminder/push.test.ts'],
  ],
]

/** Guards of reminders that are always taken out. */
export const reminderGuards = (): Guard[] =>
  rows().map(([id, what, edits, tests]) => ({ id: `reminder: ${id}`, what, edits, tests }))
