import type { PatientRecord } from '@dorsal/care'
import { expect, test } from 'vitest'
import { painSeries, rangeSeries } from './series.ts'

function report(endedAt: string, pain: number, painAfter: number | null, best: number | null) {
  return {
    receivedAt: endedAt,
    report: {
      id: endedAt,
      endedAt,
      before: { pain },
      painAfter,
      sets: [
        {
          summary:
            best === null ? null : { range: { signal: 'trunk_axial_rotation', unit: '°', best, error: 6 } },
        },
        { summary: null },
      ],
    },
  }
}

const record = {
  reports: [report('2026-11-02T10:00:00.000Z', 4, 3, 32), report('2026-11-01T10:00:00.000Z', 5, null, null)],
} as unknown as PatientRecord

test('pain comes in order of time and an unanswered value is left out, not guessed', () => {
  const { before, after } = painSeries(record)
  expect(before.map((point) => point.value)).toEqual([5, 4])
  expect(after.map((point) => point.value)).toEqual([3])
})

test('a range keeps its error and appears only where it was measured', () => {
  expect(rangeSeries(record)).toEqual([
    {
      signal: 'trunk_axial_rotation',
      unit: '°',
      points: [{ at: '2026-11-02T10:00:00.000Z', value: 32, error: 6 }],
    },
  ])
})

test('a stand-in never becomes a series of angles, whatever unit it came with', () => {
  const trend = structuredClone(record)
  for (const { report: one } of trend.reports)
    for (const { summary } of one.sets) if (summary?.range) summary.range.signal = 'head_forward_angle'
  expect(rangeSeries(trend)).toEqual([])
})
