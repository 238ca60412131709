import { describe, expect, it } from 'vitest'
import { mayWrite, promisedBy, replyFigures, ReplyRule, usualRule } from './reply-time.ts'

const rule = usualRule('Europe/Madrid')

describe('the promised time of an answer', () => {
  it.each([
    ['a Tuesday at ten', '2026-11-24T09:00:00.000Z', 1, '2026-11-25T09:00:00.000Z'],
    [
      'a Friday afternoon: the weekend does not count',
      '2026-11-27T14:00:00.000Z',
      1,
      '2026-11-30T14:00:00.000Z',
    ],
    ['a Friday evening counts from Monday', '2026-11-27T19:00:00.000Z', 1, '2026-12-01T07:00:00.000Z'],
    ['a Sunday counts from Monday', '2026-11-29T12:00:00.000Z', 1, '2026-12-01T07:00:00.000Z'],
    ['before the doors open counts from then', '2026-11-24T03:00:00.000Z', 1, '2026-11-25T07:00:00.000Z'],
    ['closing time itself is outside', '2026-11-24T17:00:00.000Z', 1, '2026-11-26T07:00:00.000Z'],
    ['a minute before is inside', '2026-11-24T16:59:00.000Z', 1, '2026-11-25T16:59:00.000Z'],
    ['two working days', '2026-11-26T09:00:00.000Z', 2, '2026-11-30T09:00:00.000Z'],
    ['the clocks go forward in between', '2026-03-27T09:00:00.000Z', 1, '2026-03-30T08:00:00.000Z'],
    ['the clocks go back in between', '2026-10-23T08:00:00.000Z', 1, '2026-10-26T09:00:00.000Z'],
  ])('%s', (_what, at, workingDays, due) => {
    expect(promisedBy(at, { ...rule, workingDays })).toBe(due)
  })

  it('goes by the clocks of the clinic, not by those of the server', () => {
    const at = '2026-11-27T20:00:00.000Z'
    expect(promisedBy(at, { ...rule, zone: 'America/Los_Angeles' })).toBe('2026-11-30T20:00:00.000Z')
    expect(promisedBy(at, { ...rule, zone: 'Asia/Tokyo' })).toBe('2026-11-30T23:00:00.000Z')
  })

  it('never lies before the message, whatever the hour of the year', () => {
    const start = Date.parse('2026-01-01T00:00:00.000Z')
    for (let hour = 0; hour < 365 * 24; hour += 53) {
      const at = new Date(start + hour * 3_600_000).toISOString()
      const hours = (Date.parse(promisedBy(at, rule)) - Date.parse(at)) / 3_600_000
      expect(hours).toBeGreaterThanOrEqual(23)
      expect(hours).toBeLessThanOrEqual(24 * 4)
    }
  })

  it('is a rule that somebody can mistype', () => {
    const wrong = [
      { zone: 'Moon/Base' },
      { days: [] },
      { days: [8] },
      { from: '25:00' },
      { from: '19:00' },
      { workingDays: 0 },
    ]
    for (const part of wrong)
      expect(ReplyRule.safeParse({ ...rule, ...part }).success, JSON.stringify(part)).toBe(false)
    expect(ReplyRule.parse(rule)).toEqual(rule)
  })
})

describe('after the end of a course', () => {
  const ended = '2026-11-01T12:00:00.000Z'
  it.each([
    ['always, where the clinic sets no end', null, '2036-11-01T12:00:00.000Z', true],
    ['within its days', 30, '2026-12-01T12:00:00.000Z', true],
    ['not after them', 30, '2026-12-01T12:00:00.001Z', false],
  ])('one may write: %s', (_what, afterEndDays, now, open) => {
    expect(mayWrite(ended, { ...rule, afterEndDays }, now)).toBe(open)
    expect(mayWrite(null, { ...rule, afterEndDays }, now)).toBe(true)
  })
})

describe('how the promise was kept', () => {
  const at = '2026-11-24T09:00:00.000Z'
  const dueAt = '2026-11-25T09:00:00.000Z'
  const asked = (answeredAt: string | null) => ({ at, dueAt, answeredAt })

  it('says nothing while nothing was due', () => {
    expect(replyFigures([asked(null)], dueAt)).toEqual({ messages: 0, kept: null, medianHours: null })
  })

  it('counts what was never answered against it, and what may still be answered neither way', () => {
    const rows = [asked('2026-11-24T11:00:00.000Z'), asked('2026-11-25T13:00:00.000Z'), asked(null)]
    const later = { at: '2026-11-26T09:00:00.000Z', dueAt: '2026-11-27T09:00:00.000Z', answeredAt: null }
    expect(replyFigures([...rows, later], '2026-11-26T10:00:00.000Z')).toEqual({
      messages: 3,
      kept: 1 / 3,
      medianHours: 15,
    })
  })

  it('takes the middle one of an odd number', () => {
    const rows = ['10', '12', '19'].map((hour) => asked(`2026-11-24T${hour}:00:00.000Z`))
    expect(replyFigures(rows, dueAt)).toEqual({ messages: 3, kept: 1, medianHours: 3 })
  })
})
