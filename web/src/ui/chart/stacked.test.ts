import { describe, expect, it } from 'vitest'
import { gathered, type Panel, toldIn } from './stacked.ts'

const at = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString()
const panel: Panel = {
  title: 'Pain',
  max: 10,
  none: '',
  lines: [{ label: 'before', look: 'first', points: [{ at: at(2), value: 4, error: 0.5 }] }],
}
const weeks: Panel = {
  title: 'Sessions',
  max: 5,
  none: '',
  lines: [],
  bars: [{ from: at(1), to: at(8), done: 2, planned: 5 }],
}

describe('pictures on one time', () => {
  it('are told in rows, the newest first, with what a value may be off by', () => {
    const rows = toldIn([panel, weeks], [{ at: at(3), sign: '!', label: 'Warning sign' }], [])
    expect(rows.map(({ what, value }) => [what, value])).toEqual([
      ['Warning sign', ''],
      ['Pain, before', '4 ± 0.5'],
      ['Sessions', '2 / 5'],
    ])
    expect(toldIn([], [], [])).toEqual([])
  })

  it('keep every mark, those that would stand on one another as one', () => {
    const marks = [
      { at: at(9), sign: 'N', label: 'Note' },
      { at: at(1), sign: '!', label: 'Warning' },
      { at: at(1), sign: 'P', label: 'Plan' },
      { at: at(2), sign: 'P', label: 'Plan again' },
    ]
    const groups = gathered(marks, (when) => new Date(when).getUTCDate() * 10, 15)
    expect(groups.map(({ signs }) => signs)).toEqual(['!P', 'N'])
    expect(groups.flatMap(({ labels }) => labels)).toHaveLength(4)
  })
})
