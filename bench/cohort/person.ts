import { type Content, Intake, type PatternId } from '@dorsal/care'
import { type Chance, chanceOf } from './chance.ts'

/** Who somebody really is, which the rules never see: they see answers and reports. All of it is made up. */
export type Person = {
  seed: number
  pattern: PatternId
  intake: Intake
  /** Pain 0..10 at the start, its daily change without any exercise, and how much it swings from day to day. */
  pain: number
  healing: number
  swing: number
  /** Work (repetition-seconds of a session) that the body takes easily now, and how fast that grows with training. */
  capacity: number
  training: number
  /** How much work beyond that hurts, and how much of it is still felt the next day. */
  irritable: number
  lingering: number
  /** Chance to do a planned session; chance a week to give up for good; chance a day of a flare-up. */
  adherence: number
  giveUp: number
  flare: number
  /** Says less pain than there is (and more effort than nothing), by so many points. */
  lies: number
  /** The day on which a red flag arises, or null; the danger question that it makes them answer with yes. */
  danger: { day: number; question: string } | null
  /** A warning sign at the intake that they do or do not tell of. */
  flagged: string | null
}

const ANSWERS: Readonly<Record<PatternId, (chance: Chance) => Intake['answers']>> = {
  P1: () => ({
    H05: ['sitting', 'desk or laptop'],
    H06: ['walking or moving', 'changing position'],
    H07: 'builds up to evening',
    B01: 9,
    B02: 120,
  }),
  P2: () => ({
    H04: ['stiff'],
    H05: ['twisting'],
    H06: ['stretching', 'heat'],
    H07: 'worst in the morning (stiff less than 30 min)',
  }),
  P3: () => ({
    H04: ['sharp with movement'],
    H05: ['lifting', 'twisting'],
    H02: 'lifting or effort',
    B08: ['yard work'],
  }),
  P4: () => ({ H03: ['neck', 'shoulder'], H05: ['phone', 'reaching overhead'] }),
  P5: () => ({ H03: ['side ribs'], H05: ['deep breath or cough'], B11: 8 }),
  P6: () => ({ H06: ['nothing'], H05: ['sitting', 'twisting'] }),
  P7: (chance) => ({
    H01: 'more than 12 weeks',
    YF01: chance.whole(6, 10),
    YF05: chance.whole(6, 10),
    YF06: chance.whole(5, 10),
  }),
  P8: (chance) => ({ H05: chance.some(['sitting', 'twisting', 'lifting', 'lying', 'stress'], 0.4) }),
}

const GOALS = [
  'Drive to work',
  'Sit through a film',
  'Carry the shopping',
  'Play golf',
  'Sleep through the night',
  'Rake the garden',
  'Reach the top shelf',
  'Play the cello',
]
const KIT = ['chair', 'wall', 'towel', 'mat', 'band', 'stick', 'ball', 'pillow', 'weight']

/** One made-up person; the same seed is the same person for ever. */
export function personOf(seed: number, content: Content): Person {
  const chance = chanceOf(seed)
  const pattern = chance.pick(['P1', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const)
  const pain = pattern === 'P6' ? chance.between(6, 9) : chance.between(2, 7.5)
  const worst = Math.min(10, Math.round(pain + chance.between(0, 2.5)))
  const dangers = content.redFlags.preSession.filter(({ answerType }) => answerType === 'yes_no')
  const flags = content.redFlags.items.filter(
    ({ answerType, gate }) => answerType === 'yes_no_unsure' && gate === null,
  )
  const flagged = chance.happens(0.25) ? chance.pick(flags).id : null
  const lies = chance.happens(0.1) ? chance.between(1, 4) : 0
  const tells = flagged !== null && !(lies > 2 && chance.happens(0.5))
  const cautions = content.redFlags.items.filter(({ disposition }) => disposition === 'caution')
  const careful = chance.some(cautions, 0.06).map(({ id }): [string, string] => [id, 'yes'])
  const intake = Intake.parse({
    format: 'dorsal-intake/1',
    yearOfBirth: chance.whole(1938, 2005),
    sex: chance.pick(['female', 'male', 'other', null]),
    equipment: chance.some(KIT, 0.5),
    minutesPerDay: chance.pick([5, 10, 15, 20, 30]),
    daysPerWeek: chance.whole(2, 7),
    goals: chance
      .some(GOALS, 0.2)
      .slice(0, 3)
      .map((text) => ({ text, now: chance.whole(0, 6) })),
    measures: { nprs: { now: Math.round(Math.max(0, pain - 1)), average: Math.round(pain), worst } },
    answers: {
      ...Object.fromEntries(
        content.redFlags.items
          .filter(({ disposition }) => disposition === 'emergency_now')
          .map(({ id }) => [id, 'no']),
      ),
      H01: chance.pick(['less than 6 weeks', '6-12 weeks', 'more than 12 weeks', 'comes and goes for years']),
      B09: chance.whole(0, 7),
      ...ANSWERS[pattern](chance),
      ...Object.fromEntries(careful),
      ...(tells && flagged !== null ? { [flagged]: chance.happens(0.2) ? 'unsure' : 'yes' } : {}),
    },
  })
  return {
    seed,
    pattern,
    intake,
    pain,
    healing: chance.between(-0.005, 0.045),
    swing: chance.between(0.2, 1.1),
    capacity: chance.between(250, 1500),
    training: chance.between(0.002, 0.02),
    irritable: chance.between(0.3, 2.2) * (pattern === 'P6' ? 2 : 1),
    lingering: chance.between(0, 0.8),
    adherence: chance.between(0.25, 1),
    giveUp: chance.happens(0.3) ? chance.between(0.02, 0.15) : 0,
    flare: chance.between(0, 0.03),
    lies,
    danger: chance.happens(0.08) ? { day: chance.whole(1, 80), question: chance.pick(dangers).id } : null,
    flagged,
  }
}
