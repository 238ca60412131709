/** What is promised, and the tests that hold it. A promise is kept when all its tests pass; its figure is what they print. */
export type Promised = {
  id: string
  promise: string
  /** Of the server's tests, by parts of their paths. */
  tests: readonly string[]
  /** What a browser is asked besides: a journey of its own. */
  journey?: string
}

export const PROMISES: readonly Promised[] = [
  {
    id: 'T01',
    promise: 'Nobody sees or changes what is not theirs: any role, any clinic, any door',
    tests: [
      'server/src/access/matrix/matrix.test.ts',
      'server/src/access/gate.test.ts',
      'server/src/access/doors.test.ts',
      'server/src/access/glass.test.ts',
      'server/src/staff/switch-clinic.test.ts',
    ],
  },
  {
    id: 'T02',
    promise: 'No field can be smuggled in or out',
    tests: ['server/src/http/closed.test.ts', 'server/src/http/reply.test.ts'],
  },
  {
    id: 'T03',
    promise: 'The database itself refuses rows of another clinic',
    tests: ['server/src/db/row-level-security.test.ts'],
  },
  { id: 'T04', promise: 'Busy servers do not mix people up', tests: ['server/src/db/mixing.test.ts'] },
  {
    id: 'T05',
    promise: 'Search, sort and filter cannot be abused',
    tests: ['server/src/panel/search.test.ts'],
  },
  {
    id: 'T06',
    promise: 'Signing in is sound, and guessing is slowed without locking anybody out',
    tests: ['server/src/access/sign-in.test.ts', 'server/src/staff/', 'server/src/account/'],
  },
  {
    id: 'T07',
    promise: 'Guessing is throttled from wherever it comes, and its victim is not locked out',
    tests: ['server/src/access/sign-in.test.ts'],
  },
  { id: 'T08', promise: 'Other sites cannot act for anybody', tests: ['server/src/access/doors.test.ts'] },
  {
    id: 'T11',
    promise: 'A time is never given twice, and no free one is refused',
    tests: ['server/src/schedule/never-twice/', 'server/src/schedule/booking.test.ts'],
  },
  {
    id: 'T14',
    promise: 'Clocks that change do not move a visit',
    tests: ['server/src/schedule/clocks.test.ts'],
  },
  {
    id: 'T12',
    promise: 'Two people cannot silently overwrite each other',
    tests: ['server/src/note/', 'server/src/adaptation/proposal.test.ts'],
  },
  {
    id: 'T13',
    promise: 'One reminder, at its time, never after a cancel, and never more of them than somebody wants',
    tests: ['server/src/reminder/'],
  },
  {
    id: 'T19',
    promise: 'Notes and names cannot run code',
    tests: [],
    journey: 'e2e/no-code.spec.ts',
  },
  {
    id: 'T20',
    promise: 'Files cannot reach inside: read by content, written anew, served as data only',
    tests: ['server/src/message/picture.test.ts', 'server/src/document/'],
  },
  {
    id: 'T21',
    promise: 'Nothing that somebody gives makes the server reach inside',
    tests: [
      'server/src/reminder/inside.test.ts',
      'server/src/reminder/push.test.ts',
      'server/src/reminder/settings.test.ts',
    ],
  },
  {
    id: 'T25',
    promise: 'No health data in the log',
    tests: ['server/src/http/logging.test.ts', 'server/src/access/matrix/matrix.test.ts'],
  },
  {
    id: 'T26',
    promise: 'Every look at a record leaves a line that cannot be quietly changed',
    tests: ['server/src/audit/', 'server/src/access/matrix/matrix.test.ts'],
  },
]
