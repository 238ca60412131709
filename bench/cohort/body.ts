import { type Plan, type Prescription, type SessionReport, workOf } from '@dorsal/care'
import type { Chance } from './chance.ts'
import type { Person } from './person.ts'

/** How somebody's body is today. */
export type Body = { pain: number; capacity: number; flare: number }

const held = (value: number) => Math.min(10, Math.max(0, value))

/** A day goes by: healing, swings, a flare-up that comes or settles. */
export function dayPasses(body: Body, person: Person, chance: Chance): Body {
  const flared = body.flare > 0 ? body.flare * 0.75 : chance.happens(person.flare) ? chance.between(2, 5) : 0
  const usual = person.healing + (body.pain - body.flare > 9 ? 0.2 : 0)
  const pain = body.pain - body.flare - usual + flared
  return { ...body, pain: held(pain), flare: flared < 0.4 ? 0 : flared }
}

export type Done = { report: SessionReport; body: Body }

/** What a session does and what is told of it. Work beyond what the body takes hurts, now and somewhat tomorrow; what it takes trains it. */
export function sessionDone(
  {
    body,
    person,
    chance,
    plan,
    prescription,
    at,
    fixed,
  }: {
    body: Body
    person: Person
    chance: Chance
    plan: Plan
    prescription: Prescription
    at: string
    fixed: boolean
  },
  before: SessionReport['before'],
  id: string,
): Done {
  const work = prescription.items.reduce(
    (sum, { dosage, rangeShare }) => sum + workOf(dosage) * rangeShare,
    0,
  )
  const load = work / body.capacity
  const rise = Math.max(0, load - 1) * person.irritable
  const swing = chance.normal() * person.swing
  const peak = held(body.pain + rise + swing)
  const told = held(Math.round(peak - person.lies))
  const effort = held(Math.round(2 + 4 * Math.min(2, load) + chance.normal()))
  const stops = !fixed && peak >= 8
  const done = stops ? chance.between(0.2, 0.7) : chance.happens(0.15) ? chance.between(0.4, 0.9) : 1
  const sets: SessionReport['sets'] = prescription.items.flatMap(({ planItemId, exercise, dosage }) =>
    Array.from({ length: dosage.sets }, (_unused, set) => {
      const reps = dosage.durationSeconds === null ? (dosage.reps ?? 1) * (dosage.perSide ? 2 : 1) : null
      return {
        planItemId,
        exerciseId: exercise.id,
        set: set + 1,
        prescribedReps: reps,
        doneReps: Math.floor((reps ?? 1) * done),
        counted: 'timer' as const,
        seconds: 40,
        summary: null,
        pain: chance.happens(0.9) ? told : null,
        effort: chance.happens(0.9) ? effort : null,
      }
    }),
  )
  const report: SessionReport = {
    id,
    sessionNumber: prescription.sessionNumber,
    planVersion: plan.version,
    mode: 'timer',
    startedAt: at,
    endedAt: at,
    before,
    sets,
    changes: [],
    painAfter: told,
    effort,
    hardest: null,
    note: null,
    stop: null,
    engine: null,
  }
  const capacity = body.capacity * (1 + person.training * Math.min(1, load) * done)
  return { report, body: { ...body, pain: held(body.pain + rise * person.lingering), capacity } }
}
