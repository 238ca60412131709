import type { PatientRecord } from '@dorsal/care'
import { rangeText } from '@dorsal/motion'

/** One point of a trend: when, how much, and the error of measurement where the value was measured. */
export type Point = { at: string; value: number; error: number | null }

/** Pain before and after each session, 0-10, in order of time; sessions without an answer leave a gap, never a guess. */
export function painSeries(record: PatientRecord): { before: Point[]; after: Point[] } {
  const reports = [...record.reports].sort((a, b) => (a.report.endedAt < b.report.endedAt ? -1 : 1))
  return {
    before: reports.flatMap(({ report }) =>
      report.before.pain === null ? [] : [{ at: report.endedAt, value: report.before.pain, error: null }],
    ),
    after: reports.flatMap(({ report }) =>
      report.painAfter === null ? [] : [{ at: report.endedAt, value: report.painAfter, error: null }],
    ),
  }
}

/** Best measured range of each signal a session, with its error; signals that were never measured, and those that are only a trend, do not appear. */
export function rangeSeries(record: PatientRecord): { signal: string; unit: string; points: Point[] }[] {
  const bySignal = new Map<string, { unit: string; points: Map<string, Point> }>()
  for (const { report } of record.reports)
    for (const set of report.sets) {
      const range = set.summary?.range
      if (!range || range.best === null || rangeText(range, range.best) === null) continue
      const entry = bySignal.get(range.signal) ?? { unit: range.unit, points: new Map<string, Point>() }
      const known = entry.points.get(report.id)
      if (!known || range.best > known.value)
        entry.points.set(report.id, { at: report.endedAt, value: range.best, error: range.error })
      bySignal.set(range.signal, entry)
    }
  return [...bySignal].map(([signal, { unit, points }]) => ({
    signal,
    unit,
    points: [...points.values()].sort((a, b) => (a.at < b.at ? -1 : 1)),
  }))
}
