import {
  composePlan,
  type Content,
  evaluate,
  Intake,
  type Plan,
  type Prescription,
  prescribe,
  type SessionReport,
  type TriageResult,
} from '@dorsal/care'
import { loadContent } from '../load.ts'

/** Made-up people and sessions to try the rules on; nobody real. */
export const content: Content = loadContent()
export const NOW = '2026-03-02T09:00:00.000Z'
export const KIT = ['chair', 'wall', 'towel', 'mat', 'band', 'stick', 'ball', 'pillow', 'weight']

const EMERGENCY = content.redFlags.items
  .filter((item) => item.disposition === 'emergency_now')
  .map((item): [string, string] => [item.id, 'no'])

export type Given = Partial<Omit<Intake, 'answers'>> & { answers?: Intake['answers'] }

export function intakeOf(given: Given = {}): Intake {
  return Intake.parse({
    format: 'dorsal-intake/1',
    yearOfBirth: 1981,
    camera: true,
    equipment: ['chair', 'wall', 'towel'],
    minutesPerDay: 15,
    daysPerWeek: 5,
    measures: { nprs: { now: 3, average: 4, worst: 6 } },
    ...given,
    answers: { ...Object.fromEntries(EMERGENCY), ...given.answers },
  })
}

export const DESK: Given = {
  answers: {
    H05: ['sitting', 'desk or laptop'],
    H06: ['walking or moving', 'changing position'],
    H07: 'builds up to evening',
    B01: 9,
    B02: 120,
  },
}

export function triageOf(precautionTags: readonly string[] = []): TriageResult {
  return {
    disposition: precautionTags.length > 0 ? 'caution' : 'none',
    card: null,
    rules: [],
    because: [],
    precautionTags: [...precautionTags],
    contentVersion: content.version,
  }
}

export function planOf(given: Given = DESK, tags: readonly string[] = [], hold = false): Plan {
  const intake = intakeOf(given)
  const triage = triageOf(tags)
  const evaluation = evaluate(intake, content, triage, NOW).result
  return composePlan({ intake, evaluation, triage, content, now: NOW, hold }).result
}

export function sessionOf(plan: Plan, sessionNumber = 1, minutes = 20): Prescription {
  return prescribe({ plan, content, sessionNumber, minutes, changes: [], now: NOW }).result
}

export type Day = {
  pain?: number | null
  effort?: number | null
  done?: number
  painBefore?: number | null
  painAfter?: number | null
  sinceLast?: SessionReport['before']['sinceLast']
  stop?: SessionReport['stop']
  answers?: SessionReport['before']['answers']
  faults?: number
  only?: readonly string[]
  sets?: 'none'
  /** Items that the session itself made easier: another exercise, or less of the same. */
  eased?: { planItemId: string; variable: 'exercise' | 'range'; undone?: boolean }
}

const DAY = 86_400_000
const SAFE: SessionReport['before']['answers'] = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' }

/** The report of one whole session of the plan, `day` days after the start: by default easy, painless and complete. */
export function reportOf(plan: Plan, day: number, how: Day = {}): SessionReport {
  const startedAt = new Date(Date.parse(NOW) + day * DAY).toISOString()
  const items = sessionOf(plan, day + 1).items.filter(
    (item) => how.only === undefined || how.only.includes(item.planItemId),
  )
  const done = how.done ?? 1
  const sets = items.flatMap(({ planItemId, exercise, dosage }) => {
    const reps = dosage.durationSeconds === null ? (dosage.reps ?? 1) * (dosage.perSide ? 2 : 1) : null
    const doneReps = Math.floor((reps ?? 1) * done)
    return Array.from({ length: dosage.sets }, (_unused, index) => ({
      planItemId,
      exerciseId:
        how.eased?.variable === 'exercise' && how.eased.planItemId === planItemId
          ? (exercise.progression.easierId ?? exercise.id)
          : exercise.id,
      set: index + 1,
      prescribedReps: reps,
      doneReps,
      counted: 'timer' as const,
      seconds: 40,
      summary:
        how.faults === undefined
          ? null
          : {
              reps: { total: doneReps, left: 0, right: 0, partial: 0 },
              repetitions: [],
              holdSeconds: 0,
              range: null,
              tempoSeconds: null,
              faults: [{ id: 'any', count: Math.round(doneReps * how.faults) }],
              seenShare: 1,
            },
      pain: how.pain === undefined ? 1 : how.pain,
      effort: how.effort === undefined ? 1 : how.effort,
    }))
  })
  return {
    id: `00000000-0000-7000-8000-${String(day).padStart(12, '0')}`,
    sessionNumber: day + 1,
    planVersion: plan.version,
    mode: 'timer',
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + 900_000).toISOString(),
    before: {
      answers: how.answers ?? SAFE,
      pain: how.painBefore === undefined ? 2 : how.painBefore,
      sinceLast: how.sinceLast === undefined ? 'same' : how.sinceLast,
    },
    sets: how.sets === 'none' ? [] : sets,
    changes:
      how.eased === undefined ? [] : [{ undone: false, ...how.eased, because: { id: 'within.asked.range' } }],
    painAfter: how.painAfter === undefined ? 2 : how.painAfter,
    effort: how.effort === undefined ? 1 : how.effort,
    hardest: null,
    note: null,
    stop: how.stop ?? null,
    engine: null,
  }
}
