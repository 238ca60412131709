import type { Fact, Facts } from '../condition.ts'
import type { Because } from '../decision.ts'
import { listed } from '../listed.ts'

/** Answers whose value does not read well inside a sentence. */
const SAID: ReadonlyMap<string, string> = new Map([
  ['desk or laptop', 'desk work'],
  ['walking or moving', 'walking'],
  ['deep breath or cough', 'a deep breath or cough'],
  ['rest lying', 'lying down'],
  ['phone', 'looking at a phone'],
  ['between blades', 'between your shoulder blades'],
  ['right blade', 'your right shoulder blade'],
  ['left blade', 'your left shoulder blade'],
  ['mid-spine', 'your mid-spine'],
  ['lower ribs back', 'your lower ribs'],
  ['side ribs', 'your side ribs'],
  ['neck', 'your neck'],
  ['shoulder', 'your shoulder'],
  ['low back', 'your low back'],
])
/** Answers that name nothing. */
const NOTHING: readonly string[] = ['nothing', 'nothing clear']

function words(fact: Fact | undefined): string | undefined {
  if (typeof fact === 'string') return SAID.get(fact) ?? fact
  if (typeof fact !== 'object') return undefined
  const named = fact.filter((word) => !NOTHING.includes(word)).map((word) => SAID.get(word) ?? word)
  return named.length > 0 ? listed(named) : undefined
}

const number =
  (id: string) =>
  (facts: Facts): number | undefined => {
    const value = facts[id]
    return typeof value === 'number' ? Math.round(value * 10) / 10 : undefined
  }

const phrase =
  (id: string) =>
  (facts: Facts): string | undefined =>
    words(facts[id])

/** Every {value} that a reason may name and the fact it is taken from: the person's own answer, never a guess. */
const VALUES: Readonly<Record<string, (facts: Facts) => string | number | undefined>> = {
  worse: phrase('H05'),
  better: phrase('H06'),
  walking: (facts) => (words(facts.H06)?.includes('walking') ? 'walking' : undefined),
  where: phrase('H03'),
  feel: phrase('H04'),
  since: phrase('H01'),
  sittingHours: number('B01'),
  sittingMinutes: number('B02'),
  drivingHours: number('B04'),
  phoneHours: number('B05'),
  activeDays: number('B09'),
  stress: number('B11'),
  worry: number('YF01'),
  painNow: number('nprs.now'),
  painAverage: number('nprs.average'),
  painWorst: number('nprs.worst'),
  left: number('test.seated-rotation.left'),
  right: number('test.seated-rotation.right'),
  turnError: number('test.seated-rotation.error'),
  bendLeft: number('test.lateral-flexion.left'),
  bendRight: number('test.lateral-flexion.right'),
  bendError: number('test.lateral-flexion.error'),
  reachLeft: number('test.shoulder-flexion.left'),
  reachRight: number('test.shoulder-flexion.right'),
  reachError: number('test.shoulder-flexion.error'),
  neckLeft: number('test.neck-rotation.left'),
  neckRight: number('test.neck-rotation.right'),
  neckError: number('test.neck-rotation.error'),
  bladeSeconds: number('test.scapular-hold.value'),
  bladeError: number('test.scapular-hold.error'),
  stands: number('test.chair-stand-30s.value'),
  standsError: number('test.chair-stand-30s.error'),
  gap: number('test.occiput-wall.value'),
  gapError: number('test.occiput-wall.error'),
  breaths: number('test.breathing-rate.value'),
  breathError: number('test.breathing-rate.error'),
  lifts: number('B06'),
  nights: number('B10'),
  goal: phrase('goal.first'),
}

/**
 * A reason in the person's own words: the sentence's {values} filled from the facts. Where one of them was not answered,
 * the plain form of the sentence (`<id>.plain`) is given instead, so that no reason ever shows a gap.
 */
export function reason(id: string, facts: Facts, sentences: Readonly<Record<string, string>>): Because {
  const sentence = sentences[id] ?? ''
  const values: Record<string, string | number> = {}
  for (const [, name = ''] of sentence.matchAll(/\{(\w+)\}/g)) {
    const value = VALUES[name]?.(facts)
    if (value === undefined) return { id: `${id}.plain` }
    values[name] = value
  }
  return Object.keys(values).length === 0 ? { id } : { id, values }
}
