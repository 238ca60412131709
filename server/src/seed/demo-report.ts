import type { Content, Prescription, SessionReport, SetReport } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import type { DemoDay } from './demo-people.ts'

type Item = Prescription['items'][number]

/** What the camera would have said of a set: repetitions a little uneven between the sides, a range with its error. */
function seen(item: Item, reps: number, day: DemoDay): SetReport['summary'] {
  const { trackability, movement } = item.exercise
  if (day.camera !== true || day.range === undefined || trackability !== 'full' || movement.measure === null)
    return null
  const left = Math.ceil(reps / 2)
  return {
    reps: { total: reps, left, right: reps - left, partial: 0 },
    repetitions: [],
    holdSeconds: 0,
    range: {
      signal: movement.measure.signal,
      unit: 'deg',
      left: day.range,
      right: day.range + 3,
      best: day.range + 3,
      error: 6,
    },
    tempoSeconds: 3.1,
    faults: [],
    seenShare: 0.93,
  }
}

function setsOf(item: Item, day: DemoDay): SetReport[] {
  const reps = item.dosage.reps ?? 0
  return Array.from({ length: item.dosage.sets }, (_, i) => ({
    planItemId: item.planItemId,
    exerciseId: item.exercise.id,
    set: i + 1,
    prescribedReps: item.dosage.reps,
    doneReps: reps,
    counted: day.camera === true ? ('camera' as const) : ('timer' as const),
    seconds: item.dosage.durationSeconds ?? Math.max(20, reps * 4),
    summary: seen(item, reps, day),
    pain: Math.min(10, Math.max(day.pain, day.after)),
    effort: day.effort,
  }))
}

/** One made-up session as the device would have sent it. */
export function demoReport(
  prescription: Prescription,
  planVersion: number,
  day: DemoDay,
  first: boolean,
  start: Date,
  content: Content,
): SessionReport {
  const asked = content.redFlags.preSession.filter((p) => p.answerType === 'yes_no')
  const answers = Object.fromEntries(
    asked.map((p): [string, 'yes' | 'no'] => [p.id, p.id === day.danger ? 'yes' : 'no']),
  )
  return {
    id: randomUUID(),
    sessionNumber: prescription.sessionNumber,
    planVersion,
    mode: day.camera === true ? 'camera' : 'timer',
    startedAt: start.toISOString(),
    endedAt: new Date(start.getTime() + prescription.minutes * 60_000).toISOString(),
    before: { answers, pain: day.pain, sinceLast: first ? 'first' : (day.sinceLast ?? 'same') },
    sets: day.danger === undefined ? prescription.items.flatMap((item) => setsOf(item, day)) : [],
    changes: [],
    painAfter: day.danger === undefined ? day.after : null,
    effort: day.danger === undefined ? day.effort : null,
    hardest: null,
    note: day.note ?? null,
    stop: day.stop === undefined ? null : { rule: day.stop, planItemId: null },
    engine: null,
  }
}
