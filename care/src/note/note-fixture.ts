import type { MovementTest } from '../content.ts'
import type { Dosage } from '../exercise/exercise.ts'
import type { Intake } from '../intake/intake.ts'
import type { CheckIn } from '../outcome/check-in.ts'
import { measureOf, scaleItem } from '../outcome/measure-fixture.ts'
import type { Plan } from '../plan/plan.ts'
import type { SessionReport } from '../session/session.ts'
import type { DraftInput } from './draft-input.ts'
import type { NoteRecord } from './source.ts'
import type { Treatment } from './treatment.ts'

/** A made-up record for tests of notes: a whole one, of which a test takes away or changes what it is about. */
export const START = '2026-10-01T08:00:00.000Z'
export const NOW = '2026-11-20T09:30:00.000Z'
/** An id of tests: the nth. */
export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
/** So many days after the course began, as a time of the record (UTC). */
export const day = (days: number): string => new Date(Date.parse(START) + days * 86_400_000).toISOString()

export const TURN = {
  id: 'seated-rotation',
  name: 'Seated rotation',
  error: 7,
  firstCheck: true,
  protocol: { unit: 'deg', trend: false, change: 10 },
} as unknown as MovementTest
export const BEND = {
  ...TURN,
  id: 'extension',
  name: 'Leaning back',
  protocol: { unit: 'deg', trend: true, change: 10 },
} as MovementTest

/** An intake with nothing to warn of; made up. */
export const intake = (more: Partial<Intake> = {}): Intake => ({
  format: 'dorsal-intake/1',
  lang: 'en',
  yearOfBirth: 1981,
  sex: 'female',
  camera: true,
  equipment: [],
  minutesPerDay: 15,
  daysPerWeek: 4,
  answers: {
    RF01: 'no',
    RF02: 'no',
    RF30: 'unsure',
    H01: '6-12 weeks',
    H03: ['between blades', 'mid-spine'],
    H08: 'twice in 2019',
    B01: 9,
  },
  goals: [{ text: 'Sit through a film', now: 4 }],
  measures: { nprs: { now: 3, average: 5, worst: 8 } },
  movementTests: {
    'seated-rotation': { left: 33.4, right: 41.6, source: 'camera', error: 5 },
    extension: { left: null, right: null, value: 21, source: 'camera' },
  },
  selfTests: { 'calf-length': { result: 'limited', side: 'left' } },
  ...more,
})

/** The nth check-in, at a time; made up. */
export const checkIn = (n: number, at: string, more: Partial<CheckIn> = {}): CheckIn => ({
  id: uuid(100 + n),
  at,
  moments: ['weekly'],
  answers: {
    nprs: { nprs_avg: 2 },
    peg: { peg1: 4, peg2: 3, peg3: 3 },
    psfs: { psfs_score: [7] },
    ae: { ae1: 0 },
  },
  event: null,
  ...more,
})

/** The report of the nth session, at a time; made up. */
export const report = (n: number, at: string, more: Partial<SessionReport> = {}): SessionReport => ({
  id: uuid(200 + n),
  sessionNumber: n,
  planVersion: 1,
  mode: 'camera',
  startedAt: at,
  endedAt: at,
  before: { answers: {}, pain: 3, sinceLast: 'same' },
  sets: [1, 2].map((set) => ({
    planItemId: 'ex-turn',
    exerciseId: 'turn',
    set,
    prescribedReps: 10,
    doneReps: 11 - set * 2,
    counted: 'camera' as const,
    seconds: 40,
    summary: {
      reps: { total: 9, left: 5, right: 4, partial: 0 },
      repetitions: [],
      holdSeconds: 0,
      range: { signal: 'trunk_axial_rotation', unit: 'deg', left: 31.7, right: 36.2, best: 36.2, error: 8 },
      tempoSeconds: null,
      faults: [],
      seenShare: 0.9,
    },
    pain: 3,
    effort: 4,
  })),
  changes: [
    { planItemId: 'ex-turn', variable: 'range', because: { id: 'within.sore.range' }, undone: false },
  ],
  painAfter: 2,
  effort: 4,
  hardest: null,
  note: 'Felt fine after 5 minutes',
  stop: null,
  engine: null,
  ...more,
})

const dosage: Dosage = {
  sets: 2,
  reps: 10,
  holdSeconds: 0,
  durationSeconds: null,
  tempo: null,
  restSeconds: 30,
  perSide: false,
  timesPerDay: 1,
  daysPerWeek: 4,
  effort: [3, 5],
}

/** A plan of few items; made up. */
export const plan: Plan = {
  version: 3,
  contentVersion: 'x',
  pattern: 'P1',
  findings: [],
  evaluation: {
    findings: [{ id: 'stiff-turn', confidence: 0.72, because: [] }],
    pattern: 'P1',
    patternName: 'Desk pattern',
    confidence: 0.61,
    because: [],
    against: [],
    severity: 'moderate',
    yellowFlags: ['YF01'],
  },
  phase: 'early',
  phases: [{ id: 'early', label: 'Settle and move', weeks: '1 to 3', goals: [], entry: [], exit: [] }],
  cadence: { clinicVisitsPerWeek: 1, homeSessionsPerWeek: 4, minutesPerSession: 15 },
  goals: [],
  items: [
    {
      id: 'ex-turn',
      kind: 'exercise',
      component: 'stretching',
      exerciseId: 'turn',
      exerciseVersion: 1,
      title: 'Seated turn',
      dosage,
      rangeShare: 0.8,
      state: 'active',
      because: [],
      wouldChange: [],
    },
  ],
  excluded: [],
  precautionTags: ['bone_fragile'],
  bounds: { maxSets: 4, maxRepsShare: 1.5, maxEffort: 6, weeklyVolumeShare: 1.1, allowHarderExercise: true },
  status: 'active',
  unsigned: true,
  decidedBy: 'rules',
  at: START,
}

/** A whole record of seven weeks; `more` replaces parts of it. Made up. */
export const record = (more: Partial<NoteRecord> = {}): NoteRecord => ({
  createdAt: START,
  intake: intake(),
  triage: null,
  plan,
  decisions: [
    {
      kind: 'clearance',
      rule: 'clear',
      contentVersion: 'x',
      inputs: {},
      outcome: {},
      because: [],
      at: day(1),
      by: `clinician:${uuid(1)}`,
    },
  ],
  reports: [1, 2, 3].map((n) => ({ receivedAt: day(n * 2), report: report(n, day(n * 2)) })),
  told: [{ kind: 'morning', id: uuid(300), at: day(7), sinceLast: 'better', pain: 2, sleep: 'well' }],
  checkIns: [
    checkIn(1, day(0), { answers: { peg: { peg1: 6, peg2: 6, peg3: 5 } } }),
    checkIn(2, day(28), {
      tests: {
        movementTests: { 'seated-rotation': { left: 52, right: 44, source: 'camera', error: 5 } },
        selfTests: {},
      },
    }),
  ],
  course: {
    startedAt: START,
    endedAt: null,
    duration: '6-12 weeks',
    pain: { now: 3, average: 5, worst: 8 },
    activities: [{ text: 'Sit through a film', now: 4 }],
    tests: {},
    phases: [],
    flares: [{ began: day(10), ended: day(13) }],
    perWeek: 4,
  },
  proposals: [
    {
      id: uuid(400),
      kind: 'co-sign',
      status: 'pending',
      planVersion: 3,
      changes: [
        {
          planItemId: 'ex-turn',
          variable: 'reps',
          from: 10,
          to: 12,
          direction: 'harder',
          status: 'listed',
          because: [],
        },
      ],
      because: [],
      createdAt: day(6),
      decidedAt: null,
      decidedBy: null,
      note: null,
      lock: 0,
    },
  ],
  texts: {
    RF30: 'Do you have a fever?',
    'H01.6-12 weeks': '6 to 12 weeks ago',
    'B01.unit': 'hours',
    'stiff-turn': 'Stiff in turning',
    YF01: 'Worry about moving',
    turn: 'Seated turn',
    'calf-length': 'Calf length',
  },
  ...more,
})

export const CONTENT: DraftInput['content'] = {
  measures: [
    measureOf(['nprs_avg'], {
      id: 'nprs',
      name: 'Pain',
      changes: [
        {
          points: -1,
          share: null,
          meaning: 'least',
          from: null,
          to: null,
          references: [],
          check: 'read',
        },
      ],
    }),
    measureOf(['peg1', 'peg2', 'peg3'], {
      id: 'peg',
      name: 'PEG',
      items: ['peg1', 'peg2', 'peg3'].map((id) => scaleItem(id)),
      schedule: ['baseline', 'every-2-weeks', 'discharge'],
    }),
    measureOf(['sleep1'], { id: 'sleep', name: 'Sleep', schedule: ['baseline', 'weekly', 'discharge'] }),
  ],
  movementTests: [TURN, BEND],
  outcome: {
    events: [{ id: 'more-pain', text: 'more pain' }],
    severities: [{ value: 1, text: 'mild', serious: false }],
  } as unknown as DraftInput['content']['outcome'],
}

/** Hands-on work that is complete; made up. */
export const treatment = (more: Partial<Treatment> = {}): Treatment => ({
  id: uuid(500),
  technique: 'joint-mobilisation',
  segments: ['T4', 'T5'],
  grade: 'III',
  side: 'central',
  minutes: 6,
  painBefore: 5,
  painAfter: 3,
  response: 'better',
  words: null,
  override: null,
  carried: null,
  confirmed: true,
  ...more,
})

/** What a note is drafted from; `more` replaces parts of it. */
export const input = (more: Partial<DraftInput> = {}): DraftInput => ({
  kind: 'evaluation',
  record: record(),
  content: CONTENT,
  treatments: [],
  since: null,
  now: NOW,
  ...more,
})
