import type { Intake } from '@dorsal/care'

/** What one demo person reports of one session: pain before and after, effort, how the day before was, and what went wrong. */
export type DemoDay = {
  daysAgo: number
  pain: number
  after: number
  effort: number
  sinceLast?: 'better' | 'same' | 'a-little-worse' | 'much-worse'
  /** Degrees of the measured range, where the camera saw it. */
  range?: number
  camera?: boolean
  stop?: string
  danger?: string
  note?: string
}

/** What a demo person answers to the questions of a week: usual and worst pain, sleep, and the rest where it is asked then. */
export type DemoCheckIn = {
  daysAgo: number
  pain: [average: number, worst: number]
  sleep: number
  activity?: number
  peg?: [number, number, number]
  mood?: [number, number]
  event?: { severity: number; kinds: string[]; text: string }
}

export type DemoPerson = {
  name: string
  email?: string
  startedDaysAgo: number
  hold?: boolean
  appointment?: 'soonest' | 'morning' | 'afternoon' | 'after-work'
  intake: Partial<Omit<Intake, 'answers'>> & { answers: Intake['answers'] }
  days: DemoDay[]
  checkIns?: DemoCheckIn[]
}

const pains = (now: number, average: number, worst: number): Intake['measures'] => ({
  nprs: { now, average, worst },
})

const desk: Intake['answers'] = {
  H01: '6-12 weeks',
  H02: 'after long sitting or screen work',
  H03: ['between blades'],
  H04: ['ache', 'tight'],
  H05: ['sitting', 'desk or laptop'],
  H06: ['walking or moving', 'changing position'],
  H07: 'builds up to evening',
  H13: ['evening_fatigue', 'eases_walking_returns_sitting', 'stuck_or_rounded'],
  B01: 9,
  B02: 120,
  B03: 'laptop flat',
  B04: 1,
}

const steady = (from: number, count: number, pain: number, falling: number): DemoDay[] =>
  Array.from({ length: count }, (_, i) => ({
    daysAgo: from - i * 2,
    pain: Math.max(0, Math.round(pain - i * falling)),
    after: Math.max(0, Math.round(pain - 1 - i * falling)),
    effort: 3 + (i % 2),
    sinceLast: i % 3 === 0 ? 'better' : 'same',
    range: 34 + i * 2,
    camera: i % 2 === 0,
  }))

/** Eight made-up people, each with another course. Nobody real; every name says so. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Demo A · desk, improving',
    email: 'a@dorsal.example',
    startedDaysAgo: 22,
    intake: { answers: desk, measures: pains(4, 5, 6), goals: [{ text: 'Sit through a long film', now: 4 }] },
    days: steady(17, 9, 5, 0.4),
    checkIns: [
      { daysAgo: 21.5, pain: [5, 6], sleep: 5, peg: [5, 6, 5], mood: [1, 0] },
      { daysAgo: 14.5, pain: [4, 6], sleep: 4, activity: 4 },
      { daysAgo: 7.5, pain: [3, 5], sleep: 3, peg: [3, 4, 3], activity: 6 },
      {
        daysAgo: 0.5,
        pain: [3, 4],
        sleep: 2,
        activity: 7,
        event: { severity: 1, kinds: ['more-pain'], text: 'Sore for a day and a half after the bands' },
      },
    ],
  },
  {
    name: 'Demo B · flare-up',
    email: 'b@dorsal.example',
    startedDaysAgo: 14,
    intake: {
      answers: { ...desk, H03: ['right blade'], H05: ['driving', 'twisting'], B13: 'driver' },
      measures: pains(3, 4, 6),
    },
    days: [
      { daysAgo: 12, pain: 3, after: 3, effort: 4, range: 30, camera: true },
      { daysAgo: 10, pain: 3, after: 4, effort: 5, sinceLast: 'same', range: 31, camera: true },
      { daysAgo: 4, pain: 5, after: 7, effort: 7, sinceLast: 'a-little-worse' },
      { daysAgo: 1, pain: 6, after: 9, effort: 8, sinceLast: 'much-worse' },
    ],
    checkIns: [
      { daysAgo: 13.5, pain: [4, 6], sleep: 4, peg: [4, 4, 5], mood: [1, 1] },
      { daysAgo: 6.5, pain: [5, 8], sleep: 6, peg: [6, 6, 7], mood: [2, 2] },
    ],
  },
  {
    name: 'Demo C · warning sign at the start',
    startedDaysAgo: 0.1,
    intake: { answers: { ...desk, RF01: 'yes' }, measures: pains(8, 8, 9) },
    days: [],
  },
  {
    name: 'Demo D · asks for an appointment',
    email: 'd@dorsal.example',
    startedDaysAgo: 2,
    appointment: 'morning',
    intake: {
      yearOfBirth: 1969,
      answers: { ...desk, H01: 'more than 12 weeks', H02: 'lifting or effort', H05: ['lifting', 'bending'] },
      measures: pains(4, 5, 7),
    },
    days: [{ daysAgo: 1, pain: 4, after: 4, effort: 4 }],
  },
  {
    name: 'Demo E · 71 years, careful start',
    email: 'e@dorsal.example',
    startedDaysAgo: 9,
    intake: {
      yearOfBirth: 1955,
      camera: false,
      answers: {
        H01: 'less than 6 weeks',
        H02: 'slowly, no clear cause',
        H03: ['between blades', 'left blade'],
        H04: ['stiff'],
        H05: ['bending', 'twisting'],
        H06: ['heat', 'walking or moving'],
        H07: 'worst in the morning (stiff less than 30 min)',
        B08: ['yard work'],
      },
      measures: pains(2, 3, 5),
      goals: [{ text: 'Turn to look when I drive', now: 5 }],
    },
    days: steady(6, 3, 3, 0.5),
  },
  {
    name: 'Demo F · silent for nine days',
    startedDaysAgo: 13,
    intake: { answers: { ...desk, H05: ['phone', 'sitting'] }, measures: pains(3, 3, 5) },
    days: [
      { daysAgo: 11, pain: 3, after: 2, effort: 3 },
      { daysAgo: 9, pain: 3, after: 3, effort: 4, sinceLast: 'same' },
    ],
  },
  {
    name: 'Demo G · stopped before a session',
    email: 'g@dorsal.example',
    startedDaysAgo: 8,
    intake: { answers: { ...desk, H03: ['mid-spine'], H04: ['stiff', 'ache'] }, measures: pains(3, 4, 5) },
    days: [
      { daysAgo: 6, pain: 3, after: 3, effort: 4, range: 33, camera: true },
      { daysAgo: 4, pain: 3, after: 3, effort: 4, sinceLast: 'same', range: 34, camera: true },
      { daysAgo: 0.2, pain: 4, after: 4, effort: 0, sinceLast: 'same', danger: 'PS1' },
    ],
  },
  {
    name: 'Demo H · first plan to accept',
    email: 'h@dorsal.example',
    startedDaysAgo: 0.5,
    hold: true,
    intake: { yearOfBirth: 1990, answers: { ...desk, B13: 'office' }, measures: pains(3, 4, 5) },
    days: [],
  },
]
