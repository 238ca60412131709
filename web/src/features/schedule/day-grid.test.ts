import type { DeskRange, DeskVisit } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { clockOf, columnsOf, hoursShown, instantAt, walk, weekOf, without } from './day-grid.ts'
import { scheduleAddress } from './schedule-address.ts'

const ZONE = 'Europe/Lisbon'
const DAY = '2026-12-07'
const at = (time: string): string => new Date(`${DAY}T${time}:00Z`).toISOString()

const visit = (
  id: string,
  staffId: string,
  from: string,
  to: string,
  classId: string | null = null,
): DeskVisit => ({
  id,
  type: { id: 't', kind: 'treatment', name: 'Follow-up' },
  staff: { id: staffId, name: staffId },
  place: { id: 'p', name: 'North', address: '', phone: '' },
  room: null,
  classId,
  seriesId: null,
  starts: at(from),
  ends: at(to),
  wall: `${DAY}T${from}`,
  zone: ZONE,
  state: 'booked',
  heldUntil: null,
  version: 0,
  patientId: null,
  who: id,
  phone: '',
  opensRecord: false,
  roomId: null,
  override: null,
  cancelLate: false,
  left: null,
})

const open = (staffId: string, from: string, to: string) => ({
  staffId,
  placeId: 'p',
  starts: at(from),
  ends: at(to),
  wall: `${DAY}T${from}`,
})

const RANGE: DeskRange = {
  zone: ZONE,
  from: DAY,
  days: 1,
  staff: [
    { id: 'bea', name: 'Bea' },
    { id: 'carl', name: 'Carl' },
    { id: 'away', name: 'Away' },
  ],
  rooms: [],
  open: [open('bea', '09:00', '13:00'), open('carl', '10:00', '12:00')],
  off: [{ staffId: 'bea', starts: at('12:00'), ends: at('12:30'), title: 'Dentist' }],
  visits: [visit('mia', 'bea', '10:00', '10:45'), visit('seat', 'carl', '10:00', '11:00', 'c')],
  classes: [
    {
      id: 'c',
      typeId: 't',
      name: 'Backs',
      staffId: 'carl',
      placeId: 'p',
      roomId: null,
      starts: at('10:00'),
      ends: at('11:00'),
      wall: `${DAY}T10:00`,
      zone: ZONE,
      seats: 6,
      taken: 1,
    },
  ],
}

const told = (range: DeskRange) =>
  columnsOf(range, DAY).map(({ staffId, blocks }) => [
    staffId,
    ...blocks.map((b) => `${b.what} ${clockOf(b.from)}-${clockOf(b.to)}`),
  ])

describe('a day of the desk', () => {
  it('has a column for each who works, with gaps less time off, and seats within their class', () => {
    expect(told(RANGE)).toEqual([
      ['bea', 'free 09:00-10:00', 'visit 10:00-10:45', 'free 10:45-12:00', 'free 12:30-13:00'],
      ['carl', 'class 10:00-11:00', 'free 11:00-12:00'],
    ])
  })

  it('runs by the clocks of the place, not of this machine', () => {
    const west = { ...RANGE, zone: 'America/New_York', classes: [], off: [], open: [] }
    expect(told({ ...west, visits: [visit('mia', 'bea', '15:00', '15:45')] })).toEqual([
      ['bea', 'visit 10:00-10:45'],
    ])
    expect(instantAt('2026-07-01', 600, 'America/New_York')).toBe('2026-07-01T14:00:00.000Z')
    expect(instantAt('2026-12-07', 600, 'America/New_York')).toBe('2026-12-07T15:00:00.000Z')
  })

  it('is drawn from the first hour that is open or booked to the last', () => {
    expect(hoursShown(columnsOf(RANGE, DAY))).toEqual({ from: 540, to: 780 })
    expect(hoursShown([])).toEqual({ from: 480, to: 1080 })
  })

  it('is walked through by arrows: along a column, and to what is nearest in time beside it', () => {
    const columns = columnsOf(RANGE, DAY)
    expect(walk(columns, 'mia', 'ArrowDown')?.key).toBe('bea-645')
    expect(walk(columns, 'mia', 'ArrowRight')?.key).toBe('c')
    expect(walk(columns, 'c', 'ArrowLeft')?.key).toBe('mia')
    expect(walk(columns, 'c', 'ArrowRight')).toBeUndefined()
  })

  it('cuts what is taken out of what is open', () => {
    expect(
      without(
        [{ from: 0, to: 100 }],
        [
          { from: 20, to: 30 },
          { from: 90, to: 120 },
        ],
      ),
    ).toEqual([
      { from: 0, to: 20 },
      { from: 30, to: 90 },
    ])
  })

  it('lies in a week that begins on Monday', () => {
    expect(weekOf('2026-12-13')[0]).toBe('2026-12-07')
    expect(weekOf('2026-12-07')[6]).toBe('2026-12-13')
  })
})

describe('the address of the calendar', () => {
  it('holds a day, a view and a place, and never a name', () => {
    const place = '0198c9a5-0000-7000-8000-000000000000'
    const said = { day: DAY, view: 'week', place, who: 'Mia Muster' }
    expect(scheduleAddress(said)).toEqual({ day: DAY, view: 'week', place })
    expect(scheduleAddress({ day: 'Mia', view: 'x', place: 'Mia' })).toEqual({})
  })
})
