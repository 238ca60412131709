import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextReminder, remind, type ReminderSent, type RemindInput, stillHolds } from './decide.ts'
import { remindersDue, type ToRemind, type VisitAhead } from './due.ts'
import { quietEnds } from './hours.ts'
import { type ReminderSettings, usualReminders } from './settings.ts'
import { spokenHabit, usualHour } from './usual-hour.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const at = (instant: string): number => Date.parse(instant)
const NOTHING: ToRemind = {
  visits: [],
  session: { possible: false, week: 5, begun: [] },
  checkIn: null,
  message: null,
}
const ALL: ReminderSettings['by'] = { visit: 'mail', message: 'mail', 'check-in': 'mail', session: 'mail' }
const LISBON: ReminderSettings = { ...usualReminders('Europe/Lisbon', 'pt'), by: ALL }
const asked = (facts: Partial<ToRemind>, rest: Partial<RemindInput> = {}): RemindInput => ({
  facts: { ...NOTHING, ...facts },
  settings: LISBON,
  told: new Set(),
  sent: [],
  reach: { mail: true, push: true },
  ...rest,
})
const visit = (given: Partial<VisitAhead> = {}): VisitAhead => ({
  id: 'v',
  starts: at('2026-12-03T10:00:00Z'),
  wall: '2026-12-03T10:00',
  zone: 'Europe/Lisbon',
  state: 'booked',
  known: at('2026-11-20T10:00:00Z'),
  ...given,
})
const daily = { possible: true, week: 7, begun: [] }
const kinds = (input: RemindInput, now: string) => remind(input, at(now)).send?.items.map(({ kind }) => kind)

describe('a visit', () => {
  it('is told of at nine the day before and two hours before, by the clocks of its place', () => {
    const dues = remindersDue(
      { ...NOTHING, visits: [visit()] },
      LISBON,
      new Set(),
      at('2026-12-01T12:00:00Z'),
    )
    expect(dues.map(({ from }) => new Date(from).toISOString())).toEqual([
      '2026-12-02T09:00:00.000Z',
      '2026-12-03T08:00:00.000Z',
    ])
    const input = asked({ visits: [visit()] })
    expect(kinds(input, '2026-12-02T08:59:00Z')).toBeUndefined()
    expect(kinds(input, '2026-12-02T09:00:00Z')).toEqual(['visit'])
  })

  it.each(['held', 'cancelled', 'arrived', 'in-progress', 'done', 'no-show'] as const)(
    'that is %s is not told of',
    (state) => {
      expect(kinds(asked({ visits: [visit({ state })] }), '2026-12-02T09:00:00Z')).toBeUndefined()
    },
  )

  it('that was moved is another one, and its old time is told of no more', () => {
    const told = new Set(
      remindersDue({ ...NOTHING, visits: [visit()] }, LISBON, new Set(), 0).map((d) => d.key),
    )
    const later = visit({ starts: at('2026-12-04T10:00:00Z'), wall: '2026-12-04T10:00' })
    const moved = asked({ visits: [later] }, { told })
    expect(stillHolds(moved, told, at('2026-12-02T09:00:00Z'))).toEqual([])
    expect(kinds(moved, '2026-12-02T09:00:00Z')).toBeUndefined()
    expect(kinds(moved, '2026-12-03T09:00:00Z')).toEqual(['visit'])
  })

  it('that was booked a moment ago, or is about to begin, is not told of again', () => {
    const fresh = visit({ known: at('2026-12-03T07:30:00Z') })
    expect(kinds(asked({ visits: [fresh] }), '2026-12-03T08:00:00Z')).toBeUndefined()
    expect(kinds(asked({ visits: [visit()] }), '2026-12-03T09:31:00Z')).toBeUndefined()
  })

  it('does not count among the most, and comes when there was enough', () => {
    const sent = [{ at: at('2026-12-02T08:30:00Z'), counts: true }]
    const { send } = remind(asked({ visits: [visit()] }, { sent }), at('2026-12-02T09:00:00Z'))
    expect(send).toMatchObject({ counts: false, items: [{ kind: 'visit' }] })
  })

  it('is not told of to who wants none', () => {
    const settings = { ...LISBON, by: { ...ALL, visit: 'off' as const } }
    expect(kinds(asked({ visits: [visit()] }, { settings }), '2026-12-02T09:00:00Z')).toBeUndefined()
  })
})

describe('exercising', () => {
  it('is spoken of at five in the afternoon, at a habit that was said, or when somebody really does it', () => {
    const day = '2026-12-02'
    expect(usualHour(LISBON, day, [])).toEqual({ at: '17:00', from: 'usual' })
    const habit = { kind: 'after-coffee', at: '08:30', words: null } as const
    expect(usualHour({ ...LISBON, habit }, day, [])).toEqual({ at: '08:30', from: 'habit' })
    const weekdays = ['24', '25', '26', '27', '30'].map((d, n) => at(`2026-11-${d}T07:${10 + n * 10}:00Z`))
    expect(usualHour({ ...LISBON, habit }, day, weekdays.slice(1))).toEqual({ at: '08:30', from: 'habit' })
    expect(usualHour({ ...LISBON, habit, quiet: { from: '22:00', until: '07:00' } }, day, weekdays)).toEqual({
      at: '07:30',
      from: 'learned',
    })
    // A Saturday is another kind of day.
    expect(usualHour({ ...LISBON, habit }, '2026-12-05', weekdays).from).toBe('habit')
  })

  it('late in the evening belongs to that evening, and is spoken of before the quiet hours', () => {
    const late = ['23T23:50', '24T23:50', '26T00:10', '27T00:20', '28T00:30'].map((d) =>
      at(`2026-11-${d}:00Z`),
    )
    expect(usualHour(LISBON, '2026-12-02', late)).toEqual({ at: '20:45', from: 'learned' })
  })

  it('names the habit that was said, but no words of their own, and not at another time of the day', () => {
    const said = (
      habit: ReminderSettings['habit'],
      session: ToRemind['session'] = daily,
      now = '2026-12-02T08:30:00Z',
    ) => remind(asked({ session }, { settings: { ...LISBON, habit } }), at(now)).send?.items[0]?.habit
    const coffee = { kind: 'after-coffee', at: '08:30', words: null } as const
    expect(said(coffee)).toBe('after-coffee')
    expect(said({ kind: 'own', at: '08:30', words: 'after my insulin' })).toBeNull()
    expect(said(null, daily, '2026-12-02T17:00:00Z')).toBeNull()
    const evenings = ['24', '25', '26', '27', '30'].map((d) => at(`2026-11-${d}T19:00:00Z`))
    expect(said(coffee, { ...daily, begun: evenings }, '2026-12-02T19:00:00Z')).toBeNull()
    expect(['07:00', '10:00', '10:15'].map((time) => spokenHabit({ habit: coffee }, time))).toEqual([
      'after-coffee',
      'after-coffee',
      null,
    ])
    // Midnight lies between them.
    expect(spokenHabit({ habit: { kind: 'before-bed', at: '23:45', words: null } }, '00:30')).toBe(
      'before-bed',
    )
  })

  it('is not spoken of once it is done that day, once the week is full, or when the moment has passed', () => {
    const five = '2026-12-02T17:00:00Z'
    expect(kinds(asked({ session: daily }), five)).toEqual(['session'])
    expect(kinds(asked({ session: daily }), '2026-12-02T21:00:00Z')).toBeUndefined()
    const done = { ...daily, begun: [at('2026-12-02T07:00:00Z')] }
    expect(kinds(asked({ session: done }), five)).toBeUndefined()
    const full = { possible: true, week: 2, begun: [at('2026-11-28T07:00:00Z'), at('2026-12-01T07:00:00Z')] }
    expect(kinds(asked({ session: full }), five)).toBeUndefined()
    expect(kinds(asked({ session: { ...daily, possible: false } }), five)).toBeUndefined()
    expect(kinds(asked({ session: { ...daily, putOff: '2026-12-02' } }), five)).toBeUndefined()
    expect(kinds(asked({ session: { ...daily, putOff: '2026-12-01' } }), five)).toEqual(['session'])
  })

  it('is spoken of once a week to somebody who went on without it five times', () => {
    const told = new Set(['27', '28', '29', '30'].map((d) => `session:2026-11-${d}`))
    expect(kinds(asked({ session: daily }, { told }), '2026-12-02T17:00:00Z')).toEqual(['session'])
    told.add('session:2026-12-01')
    expect(kinds(asked({ session: daily }, { told }), '2026-12-02T17:00:00Z')).toBeUndefined()
    expect(kinds(asked({ session: daily }, { told }), '2026-12-07T17:00:00Z')).toBeUndefined()
    expect(kinds(asked({ session: daily }, { told }), '2026-12-08T17:00:00Z')).toEqual(['session'])
    const again = { ...daily, begun: [at('2026-12-01T20:00:00Z')] }
    expect(kinds(asked({ session: again }, { told }), '2026-12-02T17:00:00Z')).toEqual(['session'])
  })
})

describe('one letter', () => {
  const message = { id: 'm', since: at('2026-12-02T15:00:00Z') }
  const checkIn = { due: at('2026-12-01T00:00:00Z'), closes: at('2026-12-09T00:00:00Z') }

  it('tells of everything that is due and of what comes soon', () => {
    const input = asked({ message, checkIn, session: daily })
    expect(kinds(input, '2026-12-02T15:04:00Z')).toBeUndefined()
    expect(kinds(input, '2026-12-02T15:05:00Z')).toEqual(['message', 'check-in', 'session'])
  })

  it('comes by the way that was chosen for the most pressing of it, and none where there is no way', () => {
    const settings = { ...LISBON, by: { ...ALL, message: 'push' as const } }
    const now = at('2026-12-02T17:00:00Z')
    expect(remind(asked({ message, session: daily }, { settings }), now).send?.by).toBe('push')
    const reach = { mail: true, push: false }
    expect(remind(asked({ message, session: daily }, { settings, reach }), now).send).toMatchObject({
      by: 'mail',
      items: [{ kind: 'session' }],
    })
    expect(remind(asked({ message }, { settings, reach }), now)).toEqual({ send: null, because: 'no-way' })
  })

  it('waits for the end of the quiet hours', () => {
    const night = asked({ message: { id: 'm', since: at('2026-12-02T22:00:00Z') } })
    expect(remind(night, at('2026-12-02T23:00:00Z'))).toEqual({ send: null, because: 'quiet' })
    expect(kinds(night, '2026-12-03T08:00:00Z')).toEqual(['message'])
    expect(nextReminder(night, at('2026-12-02T23:00:00Z'))?.at).toBe(at('2026-12-03T08:00:00Z'))
    expect(quietEnds(LISBON, at('2026-12-02T23:00:00Z'))).toBe(at('2026-12-03T08:00:00Z'))
  })

  it('holds only for what still holds', () => {
    const keys = new Set(['message:m', 'session:2026-12-02'])
    const now = at('2026-12-02T17:00:00Z')
    const holding = (facts: Partial<ToRemind>, settings = LISBON) =>
      stillHolds(asked(facts, { told: keys, settings }), keys, now).map(({ kind }) => kind)
    expect(holding({ message, session: daily })).toEqual(['message', 'session'])
    expect(holding({ session: daily })).toEqual(['session'])
    expect(holding({ message, session: { ...daily, begun: [now - HOUR] } })).toEqual(['message'])
    expect(holding({ message, session: daily }, { ...LISBON, off: true })).toEqual([])
    expect(holding({ message }, { ...LISBON, by: { ...ALL, message: 'off' } })).toEqual([])
  })

  it('is not sent to who wants none at all', () => {
    const settings = { ...LISBON, off: true }
    expect(remind(asked({ message }, { settings }), at('2026-12-02T17:00:00Z'))).toEqual({
      send: null,
      because: 'off',
    })
  })

  it('that comes next is foreseen as it then comes', () => {
    const input = asked({ session: daily }, { sent: [{ at: at('2026-12-01T18:30:00Z'), counts: true }] })
    const next = nextReminder(input, at('2026-12-02T12:00:00Z'))
    expect(new Date(next?.at ?? 0).toISOString()).toBe('2026-12-02T18:30:00.000Z')
    expect(nextReminder(asked({}), at('2026-12-02T12:00:00Z'))).toBeNull()
  })
})

const ZONES = [
  'America/New_York',
  'Europe/Lisbon',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Phoenix',
  'Africa/Casablanca',
  'Pacific/Apia',
] as const
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '40'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
const channel = fc.constantFrom('mail', 'push', 'off')
const someSettings: fc.Arbitrary<ReminderSettings> = fc.record({
  off: fc.constant(false),
  by: fc.record({ visit: channel, message: channel, 'check-in': channel, session: channel }),
  quiet: fc.record({ from: time, until: time }),
  zone: fc.constantFrom(...ZONES),
  habit: fc.option(fc.record({ kind: fc.constant('own'), at: time, words: fc.constant(null) })),
  most: fc.record({ day: fc.integer({ min: 1, max: 3 }), week: fc.integer({ min: 1, max: 14 }) }),
  lang: fc.constant('en'),
})

/** Two weeks of somebody: what is booked, cancelled, moved, written and done, in hours from the beginning. */
const someWeeks = fc.record({
  settings: someSettings,
  begins: fc.integer({ min: at('2026-03-01T00:00:00Z') / HOUR, max: at('2026-11-20T00:00:00Z') / HOUR }),
  visits: fc.array(
    fc.record({
      starts: fc.integer({ min: 2, max: 330 }),
      ends: fc.option(fc.integer({ min: 0, max: 330 })),
      moves: fc.option(
        fc.record({ when: fc.integer({ min: 0, max: 300 }), to: fc.integer({ min: 2, max: 330 }) }),
      ),
    }),
    { maxLength: 6 },
  ),
  messages: fc.array(fc.integer({ min: 0, max: 320 }), { maxLength: 12 }),
  sessions: fc.array(fc.integer({ min: 0, max: 320 }), { maxLength: 14 }),
  checkIns: fc.option(fc.integer({ min: 0, max: 200 })),
})

type Weeks = typeof someWeeks extends fc.Arbitrary<infer T> ? T : never
type Came = ReminderSent & { kinds: string[]; keys: string[]; facts: ToRemind }

function factsAt(weeks: Weeks, begin: number, now: number): ToRemind {
  const hour = (n: number): number => begin + n * HOUR
  const written = weeks.messages.filter((n) => hour(n) <= now).sort((a, b) => b - a)[0]
  return {
    visits: weeks.visits.map(({ starts, ends, moves }, n) => {
      const moved = moves !== null && hour(moves.when) <= now
      const begins = hour(moved ? moves.to : starts)
      const cancelled = ends !== null && hour(ends) <= now
      return {
        id: `v${n}`,
        starts: begins,
        wall: new Date(begins).toISOString().slice(0, 16),
        zone: 'UTC',
        state: cancelled ? 'cancelled' : 'booked',
        known: begin - DAY,
      }
    }),
    session: { possible: true, week: 7, begun: weeks.sessions.map(hour).filter((n) => n <= now) },
    checkIn:
      weeks.checkIns === null ? null : { due: hour(weeks.checkIns), closes: hour(weeks.checkIns + 120) },
    message: written === undefined ? null : { id: `m${written}`, since: hour(written) },
  }
}

/** Asks the rule every ten minutes for two weeks and does what it says. */
function lived(weeks: Weeks): Came[] {
  const begin = weeks.begins * HOUR
  const told = new Set<string>()
  const came: Came[] = []
  for (let now = begin; now < begin + 14 * DAY; now += 10 * MINUTE) {
    const facts = factsAt(weeks, begin, now)
    const input = { facts, settings: weeks.settings, told, sent: came, reach: { mail: true, push: true } }
    const { send } = remind(input, now)
    if (send === null) continue
    const keys = send.items.map(({ key }) => key)
    for (const key of keys) told.add(key)
    came.push({ at: now, counts: send.counts, kinds: send.items.map(({ kind }) => kind), keys, facts })
  }
  return came
}

describe('whatever happens in two weeks', () => {
  it('nothing comes in quiet hours, too often, twice, apart, or of what is not to be', () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const { settings } = weeks
        const came = lived(weeks)
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone: settings.zone, timeStyle: 'short' })
        const { from, until } = settings.quiet
        for (const one of came) {
          const shown = clock.format(one.at)
          const quiet =
            from < until ? shown >= from && shown < until : from > until && (shown >= from || shown < until)
          expect(quiet).toBe(false)
          expect(one.counts).toBe(one.kinds.some((kind) => kind !== 'visit'))
          for (const kind of one.kinds) expect(settings.by[kind as 'visit']).not.toBe('off')
          for (const key of one.keys.filter((k) => k.startsWith('visit:'))) {
            const [, id = '', starts = ''] = key.split(':')
            const found = one.facts.visits.find((v) => v.id === id)
            expect([found?.state, found?.starts]).toEqual(['booked', Number(starts)])
            expect(one.at).toBeLessThan(Number(starts))
          }
        }
        const keys = came.flatMap((one) => one.keys)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(came.map((one) => one.at)).size).toBe(came.length)
        const counted = came.filter(({ counts }) => counts)
        for (const one of counted) {
          const after = (ms: number) => counted.filter((c) => c.at >= one.at && c.at < one.at + ms).length
          expect(after(DAY)).toBeLessThanOrEqual(settings.most.day)
          expect(after(7 * DAY)).toBeLessThanOrEqual(settings.most.week)
        }
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('what is foreseen is what comes, as long as nothing changes', () => {
    fc.assert(
      fc.property(someWeeks, (weeks) => {
        const begin = weeks.begins * HOUR
        const facts = factsAt(weeks, begin, begin)
        const input = {
          facts,
          settings: weeks.settings,
          told: new Set<string>(),
          sent: [],
          reach: { mail: true, push: true },
        }
        const next = nextReminder(input, begin)
        const until = next?.at ?? begin + 7 * DAY
        for (let now = begin; now < until; now += 30 * MINUTE) expect(remind(input, now).send).toBeNull()
        if (next !== null) expect(remind(input, next.at).send).toEqual(next.send)
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
