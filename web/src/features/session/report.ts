import type { SessionReport, SetReport } from '@dorsal/care'
import type { MeasuredRange, SetSummary } from '@dorsal/motion'
import type { SessionState } from './state.ts'

const higher = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b))

function joinRange(a: MeasuredRange | null, b: MeasuredRange | null): MeasuredRange | null {
  if (a === null || b === null) return a ?? b
  if (a.signal !== b.signal) return a
  return {
    ...a,
    left: higher(a.left, b.left),
    right: higher(a.right, b.right),
    best: higher(a.best, b.best),
    error: Math.max(a.error, b.error),
  }
}

function joinFaults(a: SetSummary['faults'], b: SetSummary['faults']): SetSummary['faults'] {
  const counts = new Map<string, number>()
  for (const { id, count } of [...a, ...b]) counts.set(id, (counts.get(id) ?? 0) + count)
  return [...counts].map(([id, count]) => ({ id, count }))
}

/** Two stretches of one set (sides, or the camera switched off and on) as one. Nothing is counted twice or guessed. */
export function joinSummaries(a: SetSummary, b: SetSummary): SetSummary {
  const reps = a.reps.total + b.reps.total
  const tempo = (s: SetSummary) => (s.tempoSeconds ?? 0) * s.reps.total
  const timed = (a.tempoSeconds === null ? 0 : a.reps.total) + (b.tempoSeconds === null ? 0 : b.reps.total)
  return {
    reps: {
      total: reps,
      left: a.reps.left + b.reps.left,
      right: a.reps.right + b.reps.right,
      partial: a.reps.partial + b.reps.partial,
    },
    repetitions: [...a.repetitions, ...b.repetitions],
    holdSeconds: a.holdSeconds + b.holdSeconds,
    range: joinRange(a.range, b.range),
    tempoSeconds: timed === 0 ? null : (tempo(a) + tempo(b)) / timed,
    faults: joinFaults(a.faults, b.faults),
    seenShare: (a.seenShare + b.seenShare) / 2,
  }
}

/** The camera's summary of one set of the report, over its sides; null where the camera saw nothing of it. */
export function summaryOf(summaries: SessionState['summaries'], set: number): SetSummary | null {
  const parts = Object.entries(summaries)
    .filter(([key]) => key.startsWith(`${set}/`))
    .map(([, summary]) => summary)
  return parts.reduce<SetSummary | null>(
    (all, part) => (all === null ? part : joinSummaries(all, part)),
    null,
  )
}

function setsOf(state: SessionState): SetReport[] {
  return state.sets.map((set, index) => ({ ...set, summary: summaryOf(state.summaries, index) }))
}

/** The session as it goes to the server, from what is known now. */
export function reportOf(state: SessionState, endedAt: string): SessionReport {
  const sets = setsOf(state)
  return {
    id: state.id,
    sessionNumber: state.prescription.sessionNumber,
    planVersion: state.prescription.planVersion,
    mode: sets.some((set) => set.summary !== null || set.counted === 'camera') ? 'camera' : 'timer',
    ...(state.minutes === undefined ? {} : { minutes: state.minutes }),
    ...(state.missing?.length ? { without: [...state.missing] } : {}),
    startedAt: state.startedAt,
    endedAt,
    before: {
      answers: state.before.answers,
      pain: state.before.pain,
      sinceLast: state.before.sinceLast,
      ...(state.before.energy === undefined ? {} : { energy: state.before.energy }),
    },
    sets,
    changes: state.changes,
    painAfter: state.end.painAfter,
    effort: state.end.effort,
    hardest: state.end.hardest,
    note: state.end.note,
    ...(state.wishes?.length ? { harderNextTime: [...state.wishes] } : {}),
    stop: state.stop,
    engine: state.engine,
  }
}
