import type { Me, Visit } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { type AgendaGiven, canChange, canJoin, daysAhead, daysOfWeek, weekOf } from './agenda.ts'

const NOW = '2026-11-25T12:00:00.000Z' // a Wednesday
const MONDAY = '2026-11-23'
type Course = NonNullable<Me['course']>

const visit = (rest: Partial<Visit> = {}): Visit => ({
  id: '00000000-0000-7000-8000-000000000001',
  type: { id: '00000000-0000-7000-8000-000000000002', kind: 'treatment', name: 'Visit' },
  staff: { id: '00000000-0000-7000-8000-000000000003', name: 'Dana' },
  place: { id: '00000000-0000-7000-8000-000000000004', name: 'North', address: '1 Main Street', phone: '' },
  room: null,
  classId: null,
  seriesId: null,
  starts: '2026-11-27T09:00:00.000Z',
  ends: '2026-11-27T09:30:00.000Z',
  wall: '2026-11-27T09:00',
  zone: 'Europe/Lisbon',
  state: 'booked',
  heldUntil: null,
  version: 0,
  ...rest,
})
const session = (day: string) =>
  ({
    receivedAt: `${day}T10:00:00.000Z`,
    report: { endedAt: `${day}T10:00:00.000Z`, sets: [{}], stop: null },
  }) as unknown as Me['history'][number]
const course = {
  startedAt: '2026-11-01T10:00:00.000Z',
  endedAt: null,
  flares: [],
  perWeek: 3,
} as unknown as Course

const given = (me: Partial<AgendaGiven['me']> = {}, own: Partial<AgendaGiven['own']> = {}): AgendaGiven => ({
  me: {
    history: [],
    told: [],
    course,
    due: [],
    daily: { offers: [], done: [] },
    checkIns: [],
    ended: null,
    prescription: {} as NonNullable<Me['prescription']>,
    ...me,
  },
  own: { visits: [], answered: [], move: null, feeds: [], ...own },
  zone: 'Europe/Lisbon',
  now: NOW,
})
const told = (one: AgendaGiven) =>
  daysOfWeek(one, MONDAY).map(({ items }) =>
    items.map((item) => (item.kind === 'visit' ? 'visit' : `${item.kind} ${item.state}`)),
  )

describe('a week', () => {
  it('shows what was done and what is meant, and nothing of what was not done', () => {
    expect(told(given({ history: [session('2026-11-23')] }))).toEqual([
      ['session done'],
      [],
      ['session planned'],
      [],
      ['session planned'],
      [],
      [],
    ])
  })

  it('shows that today was put off, tomorrow once, and no more sessions than before', () => {
    const move = { from: '2026-11-25', to: '2026-11-26' }
    const days = told(given({}, { move }))
    expect(days[2]).toEqual(['session put-off'])
    expect(days[3]).toEqual(['session planned'])
    expect(days.flat().filter((word) => word === 'session planned')).toHaveLength(3)
  })

  it('shows visits by video on the person’s own days, those at a place on the place’s, and questions on today while they wait', () => {
    const late = visit({
      type: { ...visit().type, kind: 'video' },
      starts: '2026-11-27T23:30:00.000Z',
      ends: '2026-11-28T00:00:00.000Z',
    })
    const due = [
      {
        measureId: 'm',
        moments: [],
        dueAt: '2026-11-23T09:00:00.000Z',
        closesAt: '2026-11-30T09:00:00.000Z',
        items: [],
      },
    ]
    const here = given({ due, course: null }, { visits: [late] })
    expect(told(here)).toEqual([[], [], ['check-in due'], [], ['visit'], [], []])
    expect(told({ ...here, zone: 'Asia/Kathmandu' })[5]).toEqual(['visit'])
    const there = given({ course: null }, { visits: [visit({ ...late, type: visit().type })] })
    expect(told({ ...there, zone: 'Asia/Kathmandu' })[4]).toEqual(['visit'])
  })

  it('asks for nothing where no plan runs or nothing is prescribed', () => {
    expect(weekOf(given({ course: { ...course, endedAt: NOW } }), MONDAY)).toBeNull()
    expect(told(given({ prescription: null })).flat()).toEqual([])
    expect(told({ ...given({ course: null }), own: null }).flat()).toEqual([])
  })
})

it('ahead there are sessions of two weeks, visits of two months, and today in any case', () => {
  const far = visit({
    starts: '2027-01-05T09:00:00.000Z',
    ends: '2027-01-05T09:30:00.000Z',
    wall: '2027-01-05T09:00',
  })
  const days = daysAhead(given({}, { visits: [far] }))
  expect(days[0]).toMatchObject({ day: '2026-11-25', isToday: true })
  expect(days.at(-1)?.day).toBe('2027-01-05')
  expect(days.filter(({ items }) => items.some(({ kind }) => kind === 'session')).at(-1)?.day).toBe(
    '2026-12-04',
  )
})

describe('a visit', () => {
  it.each([
    ['2026-11-27T08:44:59.000Z', false],
    ['2026-11-27T08:45:00.000Z', true],
    ['2026-11-27T09:29:59.000Z', true],
    ['2026-11-27T09:30:00.000Z', false],
  ])('by video can be joined at %s: %s', (now, expected) => {
    const video = visit({ type: { ...visit().type, kind: 'video' } })
    expect(canJoin(video, now)).toBe(expected)
    expect(canJoin(visit(), now)).toBe(false)
    expect(canJoin({ ...video, state: 'cancelled' }, now)).toBe(false)
  })

  it('can be changed until it begins', () => {
    expect(canChange(visit(), NOW)).toBe(true)
    expect(canChange(visit(), '2026-11-27T09:00:00.000Z')).toBe(false)
    expect(canChange(visit({ state: 'arrived' }), NOW)).toBe(false)
  })
})
