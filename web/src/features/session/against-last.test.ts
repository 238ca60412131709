import type { SessionReport } from '@dorsal/care'
import type { MeasuredRange } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { againstLast } from './against-last.ts'
import { exercise, Played, summary } from './session-fixture.ts'

const squat = exercise('squat')
const measured = (range: Partial<MeasuredRange>): MeasuredRange => ({
  signal: 'knee_flexion',
  unit: 'deg',
  left: null,
  right: null,
  best: null,
  error: 6,
  ...range,
})

/** A report of a day in November with these measured sets of squats. */
function report(day: number, ...ranges: (MeasuredRange | null)[]): SessionReport {
  const made = new Played().working().until('after').press('stop', 'next', 'next', 'next', 'next')
    .state.report
  const [set] = made?.sets ?? []
  if (made == null || set === undefined) throw new Error('no report')
  return {
    ...made,
    id: `id-${day}`,
    endedAt: `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`,
    sets: ranges.map((range) => ({ ...set, summary: range && { ...summary(4), range } })),
  }
}
const verdicts = (now: SessionReport, ...history: SessionReport[]) =>
  againstLast(now, history, [squat]).flatMap((one) =>
    one.verdicts.map(({ side, verdict }) => `${side} ${verdict}`),
  )
const best = (value: number, error = 6) => measured({ best: value, error })

describe('today against the last time', () => {
  it('is more or less only beyond the errors of both, and about the same up to them', () => {
    expect(verdicts(report(9, best(92)), report(8, best(80)))).toEqual(['both about-the-same'])
    expect(verdicts(report(9, best(92.1)), report(8, best(80)))).toEqual(['both further'])
    expect(verdicts(report(9, best(67.9)), report(8, best(80)))).toEqual(['both less-far'])
    expect(verdicts(report(9, best(92.1)), report(8, best(80, 9)))).toEqual(['both about-the-same'])
  })

  it('goes by the last time that it was measured, and by the furthest of each session', () => {
    const history = [report(7, best(80)), report(3, best(40)), report(8, null)]
    expect(verdicts(report(9, best(60), best(81)), ...history)).toEqual(['both about-the-same'])
    expect(verdicts(report(9, best(60), best(81)), report(3, best(40)))).toEqual(['both further'])
  })

  it('tells sides apart where both times knew them', () => {
    const [now, then] = [
      measured({ left: 60, right: 30, best: 60 }),
      measured({ left: 40, right: 32, best: 40 }),
    ]
    expect(verdicts(report(9, now), report(8, then))).toEqual(['left further', 'right about-the-same'])
  })

  it('compares nothing with itself, with a later day, with another signal, or without a last time', () => {
    const today = report(9, best(90))
    expect(verdicts(today)).toEqual([])
    expect(verdicts(today, today, report(10, best(10)))).toEqual([])
    expect(verdicts(today, report(8, measured({ signal: 'hip_flexion', best: 10 })))).toEqual([])
    expect(verdicts(report(9, null), report(8, best(10)))).toEqual([])
  })

  it('never compares what is only a trend', () => {
    const trend = (value: number) => measured({ signal: 'head_forward_angle', best: value })
    expect(verdicts(report(9, trend(80)), report(8, trend(10)))).toEqual([])
  })
})
