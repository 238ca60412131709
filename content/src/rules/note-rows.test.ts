import { composePlan, evaluate, type Content, type Intake } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, intakeOf, NOW, triageOf } from './people.ts'

type Answers = Intake['answers']

function notesOf(answers: Answers, tags: readonly string[] = [], own: Content = content): string[] {
  const intake = intakeOf({ answers })
  const triage = triageOf(tags)
  const evaluation = evaluate(intake, own, triage, NOW).result
  const plan = composePlan({ intake, evaluation, triage, content: own, now: NOW, hold: false }).result
  return [...plan.items, ...(plan.later ?? [])].flatMap(({ id }) =>
    id.startsWith('note-') ? [id.slice(5)] : [],
  )
}

const ALWAYS = ['clinic-hands-on', 'education-flare', 'education-what']

/** Each answer by itself brings its line, and the one just beside it does not. */
const CASES: readonly (readonly [string, Answers, Answers])[] = [
  ['habit-desk', { B01: 4 }, { B01: 3 }],
  ['habit-desk', { H05: ['desk or laptop'] }, { H05: ['sitting'] }],
  ['habit-driving', { B04: 2 }, { B04: 1 }],
  ['habit-driving', { H05: ['driving'] }, { H05: ['sitting'] }],
  ['habit-phone', { B05: 3 }, { B05: 2 }],
  ['habit-phone', { H05: ['phone'] }, { H05: ['sitting'] }],
  ['habit-lifting', { H05: ['lifting'] }, { H05: ['twisting'] }],
  ['habit-lifting', { H05: ['bending'] }, { H05: ['twisting'] }],
  ['habit-lifting', { B08: ['yard work'] }, { B08: ['cooking'] }],
  ['habit-lifting', { B08: ['child carrying'] }, { B08: ['cooking'] }],
  ['habit-sleep', { YF06: 6 }, { YF06: 5 }],
  ['habit-sleep', { H05: ['lying'] }, { H05: ['sitting'] }],
  ['habit-sleep', { H07: 'worse at night' }, { H07: 'builds up to evening' }],
  ['habit-pacing', { YF01: 7, YF05: 7 }, { YF01: 7, YF05: 6 }],
  ['habit-pacing', { H01: 'more than 12 weeks' }, { H01: '6-12 weeks' }],
]

describe('the lines of a plan that are no exercises', () => {
  it('are all there, and some for everybody', () => {
    const seen = [...CASES.map(([id]) => id), ...ALWAYS, 'clinic-gentle-visit']
    expect(content.notes.map(({ id }) => id).toSorted()).toEqual([...new Set(seen)].toSorted())
    expect(notesOf({})).toEqual(ALWAYS)
  })

  it.each(CASES)('%s comes by %j and not by %j', (id, yes, no) => {
    expect(notesOf(yes)).toContain(id)
    expect(notesOf(no)).not.toContain(id)
  })

  it.each(['bone_fragile', 'recent_spine_surgery', 'rib_injury'])('hands-on work waits with %s', (tag) => {
    expect(notesOf({}, [tag])).toEqual(['clinic-gentle-visit', 'education-flare', 'education-what'])
  })

  it('hands-on work is offered with any other tag', () => {
    for (const tag of Object.keys(content.programme.precautionTags))
      if (!['bone_fragile', 'recent_spine_surgery', 'rib_injury'].includes(tag))
        expect([tag, notesOf({}, [tag])]).toEqual([tag, ALWAYS])
  })
})

/** Every step of the ladders: phase and exercise, - for one that is done in the day. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  carrying: [
    'early scapular-squeeze',
    'early sit-to-stand',
    'middle suitcase-carry',
    'late loaded-turn-step',
  ],
  desk: ['early tall-sit-reset', 'early -', 'middle wall-angel', 'late -'],
  driving: ['early driver-shoulder-check', 'early -', 'middle seated-thoracic-rotation', 'late -'],
  'house-and-garden': [
    'early march-on-spot',
    'early hip-hinge-stick',
    'middle push-pull-chores',
    'late loaded-turn-step',
  ],
  lifting: ['early hip-hinge-stick', 'early sit-to-stand', 'middle box-lift', 'late loaded-turn-step'],
  'own-activity': ['early sit-to-stand', 'early march-on-spot', 'middle squat', 'late loaded-turn-step'],
  reaching: [
    'early wall-slide-forearm',
    'early breath-with-arm-raise',
    'middle overhead-reach-shelf',
    'late overhead-press-light',
  ],
  resting: [
    'early belly-breathing',
    'early relief-position',
    'middle side-lying-open-book',
    'late floor-to-stand',
  ],
  'turning-sport': [
    'early seated-rotation-supported',
    'early seated-thoracic-rotation',
    'middle standing-stick-rotation',
    'late swing-pattern',
  ],
  walking: ['early march-on-spot', 'early -', 'middle -', 'late -'],
}

describe('the ladders', () => {
  it('have their steps, easiest first', () => {
    expect(
      Object.fromEntries(
        content.ladders.map(({ id, steps }) => [
          id,
          steps.map(({ phase, exerciseId }) => `${phase} ${exerciseId ?? '-'}`),
        ]),
      ),
    ).toEqual(STEPS)
  })
})

/** Each burden: the answer that shows it, and the one beside it that does not; what helps to read. */
const BURDENS: readonly (readonly [string, Answers, Answers, readonly string[]])[] = [
  ['YF01', { YF01: 7 }, { YF01: 6 }, ['hurt-vs-harm', 'scan-or-not', 'fear', 'move-often']],
  ['YF02', { YF02: 8 }, { YF02: 9 }, ['fear', 'sticking']],
  ['YF03', { YF03: 3 }, { YF03: 2 }, ['stress-pain']],
  ['YF04', { YF04: 3 }, { YF04: 2 }, ['stress-pain', 'breathing']],
  ['YF05', { YF05: 7 }, { YF05: 6 }, ['hurt-vs-harm', 'fear']],
  ['YF06', { YF06: 6 }, { YF06: 5 }, ['sleep', 'breathing']],
  ['YF07', { YF07: 4 }, { YF07: 5 }, ['work']],
  ['YF08', { YF08: 'yes' }, { YF08: 'no' }, ['move-often', 'hands-on']],
  ['YF09', { YF09: 'no' }, { YF09: 'yes' }, ['sticking']],
  ['YF10', { YF10: 'yes' }, { YF10: 'no' }, []],
  [
    'YF11',
    { H03: ['neck', 'shoulder', 'arm', 'leg', 'low back', 'mid-spine'] },
    { H03: ['neck', 'shoulder', 'arm', 'leg', 'low back'] },
    ['pacing'],
  ],
  ['YF12', { YF12: 3 }, { YF12: 4 }, ['digital-care']],
]

describe('each burden', () => {
  const flags = (answers: Answers) =>
    evaluate(intakeOf({ answers }), content, triageOf(), NOW).result.yellowFlags

  it('has its case', () => {
    expect(content.yellowFlags.map(({ id }) => id)).toEqual(BURDENS.map(([id]) => id))
  })

  it.each(BURDENS)('%s shows by %j and not by %j', (id, yes, no, lessons) => {
    expect([flags(yes), flags(no)]).toEqual([[id], []])
    const own = content.yellowFlags.find((flag) => flag.id === id)
    expect(own?.lessons).toEqual(lessons)
    expect(own?.counted).toBe(id !== 'YF10')
  })
})
