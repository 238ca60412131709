import type { CourseSoFar, Due, Measure, MeasureItem, PatientContent, RedFlag } from '@dorsal/care'

const DRAFT = { state: 'draft', by: null, at: null } as const

/** Plain things to test check-ins with; nothing of it ships. */
export function item(id: string, more: Partial<MeasureItem> = {}): MeasureItem {
  return {
    id,
    text: id,
    help: null,
    answer: { kind: 'scale', min: 0, max: 10, low: '', high: '', marks: [] },
    optional: false,
    perActivity: false,
    moments: null,
    ...more,
  }
}

export function measure(id: string, items: MeasureItem[], more: Partial<Measure> = {}): Measure {
  const of = items.flatMap((one) => (one.answer.kind === 'scale' ? [one.id] : []))
  return {
    id,
    version: 1,
    name: id,
    domain: '',
    summary: '',
    core: true,
    items,
    scoring: { method: 'mean', of, needs: 1, prorate: false },
    range: [0, 10],
    better: 'lower',
    changes: [],
    cutoffs: [],
    schedule: ['weekly'],
    licence: 'own-wording',
    licenceNote: '',
    citation: null,
    codes: [],
    signOff: DRAFT,
    ...more,
  }
}

export function flag(id: string, more: Partial<RedFlag> = {}): RedFlag {
  return {
    id,
    version: 1,
    domain: '',
    question: id,
    help: null,
    answerType: 'yes_no_unsure',
    trigger: { fact: id, is: 'yes' },
    unsure: 'emergency_now',
    disposition: 'emergency_now',
    card: 'emergency',
    askAt: ['intake'],
    gate: null,
    precautionTags: [],
    reasoning: '',
    patientMessage: null,
    sources: [],
    signOff: DRAFT,
    ...more,
  }
}

const words = (options: string[]) => options.map((label, value) => ({ value, label }))

export const MEASURES = {
  ae: measure(
    'ae',
    [
      item('ae1', { answer: { kind: 'choice', options: words(['No', 'Mild', 'Worse']) } }),
      item('ae_txt', { answer: { kind: 'text', screen: true }, optional: true }),
    ],
    { scoring: { method: 'none', of: ['ae1'], needs: 1, prorate: false } },
  ),
  nprs: measure('nprs', [item('nprs_avg')], {
    changes: [
      { points: -1, share: null, meaning: 'least', from: null, to: null, references: [], check: 'read' },
    ],
  }),
  phq2: measure('phq2', [item('phq2_1')], {
    range: [0, 6],
    cutoffs: [
      {
        id: 'positive',
        side: 'at-least',
        value: 3,
        meaning: '',
        task: { workingDays: 2, reason: '' },
        check: 'read',
      },
    ],
  }),
  psfs: measure('psfs', [
    item('psfs_act', { answer: { kind: 'activities', min: 1, max: 3 } }),
    item('psfs_score', { perActivity: true }),
  ]),
}

export const FLAGS = [
  flag('RF06', { askAt: ['intake', 'weekly'] }),
  flag('RF12', { askAt: ['intake', 'if-phq2'], card: 'self-harm' }),
  flag('RF42', { askAt: ['intake', 'monthly'], disposition: 'see_clinician_first', card: 'clinician-first' }),
]

export const CONTENT = {
  version: 'test',
  measures: Object.values(MEASURES),
  outcome: { events: [{ id: 'dizzy', text: 'Dizziness' }], severities: [], curves: [] },
  redFlags: {
    items: FLAGS,
    patterns: [
      {
        id: 'T-chest',
        lang: 'en',
        domain: '',
        disposition: 'emergency_now',
        card: 'emergency',
        pattern: String.raw`chest pain`,
        asks: ['RF06'],
      },
    ],
  },
} as unknown as PatientContent

export function due(measureId: keyof typeof MEASURES, moments: Due['moments'] = ['weekly']): Due {
  return {
    measureId,
    moments,
    dueAt: '2026-11-09T08:00:00.000Z',
    closesAt: '2026-11-16T08:00:00.000Z',
    items: MEASURES[measureId].items.map(({ id }) => id),
  }
}

export const COURSE: CourseSoFar = {
  startedAt: '2026-11-02T08:00:00.000Z',
  endedAt: null,
  duration: null,
  pain: { now: 4, average: 5, worst: 6 },
  activities: [],
  tests: {},
  phases: [],
  flares: [],
  perWeek: 3,
}
