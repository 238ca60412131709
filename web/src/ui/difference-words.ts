import type { PlanDifference } from '@dorsal/care'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

type Words = Readonly<Record<string, MessageDescriptor>>

/** What of a plan, or of one of its lines, can differ. */
const FIELDS: Words = {
  exercise: msg`exercise`,
  state: msg`state`,
  sets: msg`sets`,
  reps: msg`repetitions`,
  duration: msg`seconds`,
  hold: msg`seconds of hold`,
  tempo: msg`tempo`,
  rest: msg`seconds of rest`,
  side: msg`each side`,
  times: msg`times a day`,
  days: msg`days a week`,
  range: msg`share of the own range`,
  words: msg`words to it`,
  released: msg`reason for putting it in`,
  phase: msg`phase`,
  visits: msg`visits a week`,
  sessions: msg`sessions a week`,
  minutes: msg`minutes a session`,
  maxSets: msg`sets at most`,
  maxRepsShare: msg`repetitions at most`,
  maxEffort: msg`effort at most`,
  weeklyVolumeShare: msg`growth a week`,
  allowHarderExercise: msg`harder exercises by rule`,
  status: msg`plan`,
  templates: msg`template of the clinic`,
}

const VALUES: Words = {
  active: msg`active`,
  paused: msg`rests`,
  'waiting-for-clinician': msg`waits for a clinician`,
  early: msg`first phase`,
  middle: msg`second phase`,
  late: msg`third phase`,
  maintenance: msg`keeping up`,
}

const SHARES: readonly string[] = ['range', 'maxRepsShare', 'weeklyVolumeShare']
const EITHER: readonly string[] = ['side', 'allowHarderExercise']

function valueWords(field: string, value: PlanDifference['from'], i18n: I18n): string {
  if (value === null) return i18n._(msg`nothing`)
  if (SHARES.includes(field)) return `${Math.round(Number(value) * 100)} %`
  if (EITHER.includes(field)) return i18n._(value === 1 ? msg`yes` : msg`no`)
  const word = VALUES[String(value)]
  return word === undefined ? String(value) : i18n._(word)
}

/** One difference between two plans as one plain sentence: what was added, taken out, moved, or from what to what. */
export function differenceWords({ what, title, field, from, to }: PlanDifference, i18n: I18n): string {
  const name = title ?? ''
  if (what === 'added') return i18n._(msg`${name}: new`)
  if (what === 'removed') return i18n._(msg`${name}: taken out`)
  if (what === 'moved') return i18n._(msg`${name}: at another place in the order`)
  const key = field ?? ''
  const label = FIELDS[key] === undefined ? key : i18n._(FIELDS[key])
  const [before, after] = [valueWords(key, from, i18n), valueWords(key, to, i18n)]
  const said =
    from === null ? i18n._(msg`${label}: ${after}`) : i18n._(msg`${label}: ${after} instead of ${before}`)
  return title === null ? said : i18n._(msg`${name}, ${said}`)
}
