import type { PatientContent, Question, RedFlag } from '@dorsal/care'

const signOff = { state: 'draft', by: null, at: null } as const

/** A warning sign as small as one can be; for tests. */
export function item(id: string, over: Partial<RedFlag> = {}): RedFlag {
  return {
    id,
    version: 1,
    domain: 'test',
    question: `${id}?`,
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
    signOff,
    ...over,
  }
}

/** A question as small as one can be; for tests. */
export function question(id: string, over: Partial<Question> = {}): Question {
  return {
    id,
    version: 1,
    section: 'history',
    text: `${id}?`,
    help: null,
    type: 'choice',
    options: [],
    min: null,
    max: null,
    unit: null,
    optional: false,
    gate: null,
    screen: false,
    signOff,
    ...over,
  }
}

/** Two emergency signs, one same-day sign behind a gate, a text that is screened, and a few numbers. */
export const CONTENT: PatientContent = {
  version: 'test',
  lang: 'en',
  redFlags: {
    items: [
      item('RF01'),
      item('RF02'),
      item('RF20', {
        disposition: 'same_day_urgent',
        card: 'same-day',
        unsure: 'see_clinician_first',
        gate: 'G1',
      }),
    ],
    gates: [
      {
        id: 'G1',
        question: 'Any?',
        options: [
          { value: 'ill', label: 'Ill', opens: ['RF20'] },
          { value: 'none', label: 'None of these', opens: [] },
        ],
        impliedBy: [],
      },
    ],
    combinations: [],
    patterns: [
      {
        id: 'T-chest',
        lang: 'en',
        domain: 'cardiac',
        disposition: 'emergency_now',
        card: 'emergency',
        pattern: 'chest pain',
        asks: ['RF02'],
      },
      {
        id: 'T-odd',
        lang: 'en',
        domain: 'cardiac',
        disposition: 'emergency_now',
        card: 'emergency',
        pattern: 'chest feels odd',
        asked: true,
        asks: ['RF02'],
      },
    ],
    preSession: [],
    stopRules: [],
    cards: [],
    safetyNet: '',
  },
  questions: [
    question('H01'),
    question('H08', { type: 'text', optional: true, screen: true }),
    question('B01', { section: 'habits', type: 'number', min: 0, max: 18 }),
    question('B02', { section: 'habits', type: 'number', min: 0, max: 480 }),
    question('H14.days', { section: 'setup', type: 'number', min: 1, max: 7 }),
  ],
  movementTests: [],
  furtherTests: [],
  selfTests: [],
  testExercises: [],
  cameraExercises: [],
  measures: [],
}

export const NOW = '2026-11-21T10:00:00.000Z'
