import {
  dayAfter,
  type DeskWait,
  type OwnVisits,
  type PanelPage,
  type SeriesReply,
  type Slot,
  timeOf,
  type Visit,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { staffMember, superuser } from '../test-staff.ts'
import { endHolds } from './end-holds.ts'
import {
  bookFirst,
  type Booked,
  clinicThatBooks,
  CONTACT,
  holdOf,
  oneOf,
  slotsFor,
} from './schedule-fixture.ts'

const MINUTE = 60_000
let host: TestApp
let clinic: Booked
beforeAll(async () => {
  host = await testApp()
  clinic = await clinicThatBooks(host)
})
afterAll(() => host.close())

const walls = (slots: readonly Slot[]): string[] => [...new Set(slots.map(({ wall }) => timeOf(wall)))]
const later = (minutes: number): void => {
  host.clock.now = new Date(host.clock.now.getTime() + minutes * MINUTE)
}
/** Nobody is left on the list of the test before. */
const clearWait = async ({ id }: DeskWait): Promise<void> => {
  const db = await superuser(host)
  await db.query(`update app.wait_list set state = 'ended' where wait_id = $1`, [id])
  await db.end()
}
const mine = (who: ReturnType<TestApp['person']>) => who.ok<OwnVisits>('myVisits')

describe('a first visit', () => {
  it('is found, kept and booked without an account until the name', async () => {
    const person = host.person()
    const slots = await slotsFor(person, clinic, { typeId: clinic.types.evaluation })
    expect(walls(slots)).toEqual([
      '09:00',
      '09:15',
      '09:30',
      '09:45',
      '10:00',
      '10:15',
      '10:30',
      '10:45',
      '11:00',
      '11:15',
      '11:30',
      '11:45',
      '12:00',
    ])
    const slot = oneOf(slots)
    const hold = holdOf(slot, clinic.types.evaluation)
    const { visit } = await person.ok<{ visit: Visit }>('holdSlot', { body: hold })
    expect(visit).toMatchObject({ state: 'held', zone: 'Europe/Lisbon', wall: slot.wall, room: 'Room 1' })
    expect(Date.parse(visit.heldUntil!) - host.clock.now.getTime()).toBe(10 * MINUTE)
    // Asked again, because an answer was lost, it is the same one; a page that is loaded anew finds it.
    expect((await person.ok<{ visit: Visit }>('holdSlot', { body: hold })).visit.id).toBe(hold.id)
    expect((await person.ok<{ visit: Visit }>('heldSlot')).visit.id).toBe(hold.id)
    expect((await host.person().ok<{ visit: null }>('heldSlot')).visit).toBeNull()
    // The one room is taken with it: nobody else is offered the time, be it with the other therapist.
    expect(walls(await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation }))[0]).toBe('10:15')

    await person.agree()
    const body = { id: hold.id, contact: CONTACT, note: null }
    const booked = await person.ok<{ visit: Visit }>('bookHeld', { body })
    expect(booked.visit).toMatchObject({ state: 'booked', heldUntil: null })
    expect(await person.ok('bookHeld', { body })).toEqual(booked)
    const { upcoming } = await mine(person)
    expect(upcoming.map((one) => one.visit.id)).toEqual([hold.id])
    expect(upcoming[0]).toMatchObject({ mayChange: true, free: true })
  })

  it('is nobody’s but of the browser that keeps it', async () => {
    const slot = oneOf(await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation }))
    const [one, other] = [host.person(), host.person()]
    const hold = holdOf(slot, clinic.types.evaluation)
    await one.ok('holdSlot', { body: hold })
    await other.agree()
    const book = { body: { id: hold.id, contact: CONTACT, note: null } }
    expect((await other.call('bookHeld', book)).body).toMatchObject({ code: 'hold-ended' })
    const same = holdOf(slot, clinic.types.evaluation)
    expect((await other.call('holdSlot', { body: same })).body).toMatchObject({ code: 'slot-taken' })
    await one.ok('dropHold')
    await other.ok('holdSlot', { body: same })
    await other.ok('dropHold')
  })

  it('that was kept and forgotten is free again, at once and by the job', async () => {
    const slot = oneOf(await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation }))
    const [one, other] = [host.person(), host.person()]
    const first = holdOf(slot, clinic.types.evaluation)
    await one.ok('holdSlot', { body: first })
    later(11)
    const second = holdOf(slot, clinic.types.evaluation)
    await other.ok('holdSlot', { body: second })
    await one.agree()
    const late = { body: { id: first.id, contact: CONTACT, note: null } }
    expect((await one.call('bookHeld', late)).body).toMatchObject({ code: 'hold-ended' })
    later(11)
    expect(await endHolds(host.database.db, host.clock.now)).toBe(1)
    expect((await slotsFor(one, clinic, { typeId: clinic.types.evaluation }))[0]?.wall).toBe(slot.wall)
  })

  it('with words of danger raises what they would raise anywhere', async () => {
    const slot = oneOf(await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation }))
    const person = host.person()
    const hold = holdOf(slot, clinic.types.evaluation)
    await person.ok('holdSlot', { body: hold })
    await person.agree()
    const note = 'since this morning both my legs are numb and I cannot hold my urine'
    await person.ok('bookHeld', { body: { id: hold.id, contact: CONTACT, note } })
    // Whoever is booked with somebody sees them among their people, and what they wrote.
    const { rows } = await clinic.therapist.ok<PanelPage>('panel')
    expect(rows.find(({ label }) => label === CONTACT.name)?.reasons).toContain('red-flag')
    const { upcoming } = await mine(person)
    await person.ok('cancelVisit', { id: hold.id, body: { version: upcoming[0]?.visit.version } })
  })

  it('is not to be had outside of hours, too soon, or of a kind that is not open to all', async () => {
    const person = host.person()
    const slot = oneOf(await slotsFor(person, clinic, { typeId: clinic.types.evaluation }))
    const at = (starts: string, typeId = clinic.types.evaluation) =>
      person.call('holdSlot', { body: { ...holdOf(slot, typeId), starts } })
    const moved = new Date(Date.parse(slot.starts) - 60 * MINUTE).toISOString()
    expect((await at(moved)).body).toMatchObject({ code: 'slot-taken' })
    const askew = new Date(Date.parse(slot.starts) + 2 * MINUTE).toISOString()
    expect((await at(askew)).status).toBe(400)
    expect((await at(slot.starts, clinic.types.treatment)).status).toBe(404)
    expect((await at(slot.starts, randomUUID())).status).toBe(404)
  })
})

describe('several visits at once', () => {
  it('are booked all, or none with every conflict named and what there is instead', async () => {
    const [one, other] = [host.person(), host.person()]
    await one.agree()
    await other.agree()
    const { treatment: typeId } = clinic.types
    const [staffId] = clinic.staff
    const ask = {
      typeId,
      staffId,
      placeId: clinic.placeId,
      from: clinic.day,
      perWeek: 2,
      weeks: 6,
      weekdays: [],
      about: '10:00',
    }
    type Offer = { visits: { week: number; slot: Slot | null; instead: Slot[] }[] }
    const { visits } = await one.ok<Offer>('offerCadence', { body: ask })
    expect(visits).toHaveLength(12)
    const starts = visits.flatMap(({ slot }) => slot ?? [])
    expect(new Set(starts.map(({ wall }) => wall.slice(11)))).toEqual(new Set(['10:00']))
    expect(new Set(starts.map(({ staffId: id }) => id))).toEqual(new Set([staffId]))
    // Somebody else takes one of them meanwhile.
    const wish = (slots: readonly Slot[], id = randomUUID()) => ({
      id,
      typeId,
      placeId: clinic.placeId,
      visits: slots.map((slot) => ({ id: randomUUID(), staffId: slot.staffId, starts: slot.starts })),
    })
    const taken = await other.ok<SeriesReply>('bookSeries', { body: wish([oneOf(starts, 4)]) })
    expect(taken.booked).toHaveLength(1)
    const id = randomUUID()
    const refused = await one.ok<SeriesReply>('bookSeries', { body: wish(starts, id) })
    expect(refused.booked).toEqual([])
    expect(refused.conflicts).toMatchObject([{ starts: oneOf(starts, 4).starts, why: 'taken' }])
    expect((await mine(one)).upcoming).toEqual([])
    const instead = oneOf(oneOf(refused.conflicts).instead)
    expect(instead.staffId).toBe(staffId)
    const whole = wish(
      starts.map((slot, n) => (n === 4 ? instead : slot)),
      id,
    )
    const booked = await one.ok<SeriesReply>('bookSeries', { body: whole })
    expect(booked.booked).toHaveLength(12)
    expect(new Set(booked.booked.map((visit) => visit.seriesId))).toEqual(new Set([id]))
    expect(await one.ok('bookSeries', { body: whole })).toEqual(booked)
    // One person is in one place: the other therapist is free then, but not they.
    const double = wish([{ ...oneOf(starts, 0), staffId: clinic.staff[1] }])
    expect(await one.ok<SeriesReply>('bookSeries', { body: double })).toMatchObject({
      booked: [],
      conflicts: [{ why: 'own-visit' }],
    })
  })
})

describe('a visit that is booked', () => {
  it('is moved as one act: the old time is free when the new one is taken, and not before', async () => {
    const slots = await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation })
    const person = host.person()
    const visit = await bookFirst(person, clinic, oneOf(slots, 0))
    const other = host.person()
    const taken = await bookFirst(
      other,
      clinic,
      oneOf(
        slots.filter((slot) => slot.staffId === visit.staff.id),
        -1,
      ),
    )
    const to = (starts: string, version = visit.version) =>
      person.call('moveVisit', { id: visit.id, body: { version, starts, staffId: null } })
    expect((await to(taken.starts)).body).toMatchObject({ code: 'slot-taken' })
    expect((await mine(person)).upcoming[0]?.visit.starts).toBe(visit.starts)
    expect((await to(oneOf(slots, 4).starts, 99)).body).toMatchObject({ code: 'conflict' })
    // A quarter of an hour later lies in its own time, which is free for it.
    const little = new Date(Date.parse(visit.starts) + 15 * MINUTE).toISOString()
    const moved = await to(little)
    expect(moved.body).toMatchObject({ visit: { starts: little, version: visit.version + 1 } })
    expect(
      (await other.call('moveVisit', { id: visit.id, body: { version: 2, starts: little, staffId: null } }))
        .status,
    ).toBe(404)
    await person.ok('cancelVisit', { id: visit.id, body: { version: visit.version + 1 } })
    await other.ok('cancelVisit', { id: taken.id, body: { version: taken.version } })
    expect((await slotsFor(person, clinic, { typeId: clinic.types.evaluation }))[0]?.starts).toBe(
      oneOf(slots, 0).starts,
    )
  })

  it('is cancelled late after the notice, but not within the minutes of grace', async () => {
    await clinic.setRule({ noticeHours: 168 })
    const slot = oneOf(await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation }))
    const late = async (minutes: number): Promise<boolean | undefined> => {
      const person = host.person()
      const visit = await bookFirst(person, clinic, slot)
      later(minutes)
      if (minutes > 3) {
        const move = { version: visit.version, starts: slot.starts, staffId: null }
        expect((await person.call('moveVisit', { id: visit.id, body: move })).body).toMatchObject({
          code: 'late-change',
        })
      }
      await person.ok('cancelVisit', { id: visit.id, body: { version: visit.version } })
      const row = await host.database.db.transaction().execute(async (tx) => {
        const { sql } = await import('kysely')
        await sql`select set_config('app.tenant_id', ${host.database.tenantId}, true)`.execute(tx)
        return tx
          .selectFrom('app.visit')
          .select('cancel_late')
          .where('visit_id', '=', visit.id)
          .executeTakeFirst()
      })
      return row?.cancel_late ?? undefined
    }
    expect(await late(2)).toBe(false)
    expect(await late(4)).toBe(true)
    await clinic.setRule({})
  })
})

describe('the wait list', () => {
  it('offers a gap to who waits longest and can come, then to the next, and tells nobody else of it', async () => {
    const slots = await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation })
    const holder = host.person()
    const visit = await bookFirst(holder, clinic, oneOf(slots, 0))
    const wish = { from: clinic.day, until: clinic.day, weekdays: [], earliest: '08:00', latest: '20:00' }
    const wait = async (change: object = {}) => {
      const person = host.person()
      await person.agree()
      const id = randomUUID()
      const body = {
        typeId: clinic.types.evaluation,
        staffId: null,
        placeId: null,
        wish: { ...wish, ...change },
      }
      await person.ok('putOnWaitList', { id, body })
      later(1)
      return { person, id }
    }
    const cannot = await wait({ earliest: '18:00' })
    const [first, second] = [await wait(), await wait()]
    await holder.ok('cancelVisit', { id: visit.id, body: { version: visit.version } })
    const offerOf = async ({ person }: typeof first) => (await mine(person)).waits[0]?.offer
    expect(await offerOf(cannot)).toBeNull()
    expect(await offerOf(second)).toBeNull()
    expect((await offerOf(first))?.visit.starts).toBe(visit.starts)
    // It is kept: nobody finds it free.
    expect((await slotsFor(host.person(), clinic, { typeId: clinic.types.evaluation }))[0]?.starts).not.toBe(
      visit.starts,
    )
    expect(await first.person.ok('answerOffer', { id: first.id, body: { take: false } })).toEqual({
      visit: null,
    })
    expect(await offerOf(first)).toBeNull()
    expect((await offerOf(second))?.visit.starts).toBe(visit.starts)
    // An offer that is let pass goes on to the next, who is the first again.
    later(4 * 60 + 1)
    await endHolds(host.database.db, host.clock.now)
    expect(await offerOf(second)).toBeNull()
    expect((await offerOf(first))?.visit.starts).toBe(visit.starts)
    const taken = await first.person.ok<{ visit: Visit }>('answerOffer', {
      id: first.id,
      body: { take: true },
    })
    expect(taken.visit).toMatchObject({ state: 'booked', starts: visit.starts })
    expect((await second.person.call('answerOffer', { id: first.id, body: { take: true } })).status).toBe(404)
  })

  it('is booked from by the desk: a start that suits is found, and its person waits no longer', async () => {
    const { visitor: desk } = await staffMember(host, { role: 'front-desk', name: 'Dora Desk' })
    const waits = async () => (await desk.ok<{ waits: DeskWait[] }>('deskWaits')).waits
    for (const wait of await waits()) await clearWait(wait)
    const person = host.person()
    await person.agree()
    const id = randomUUID()
    const day = dayAfter(clinic.day, 3)
    const wish = {
      from: clinic.day,
      until: dayAfter(day, 1),
      weekdays: [],
      earliest: '11:00',
      latest: '12:00',
    }
    const typeId = clinic.types.treatment
    await person.ok('putOnWaitList', { id, body: { typeId, staffId: null, placeId: null, wish } })
    const [wait] = await waits()
    const { slots } = await desk.ok<{ slots: Slot[] }>('waitFits', { id })
    expect(slots.length).toBeGreaterThan(0)
    expect(slots.every(({ wall }) => timeOf(wall) >= '11:00' && timeOf(wall) <= '12:00')).toBe(true)
    const slot = oneOf(slots)
    const book = (waitId: string) =>
      desk.call('deskBook', {
        id: randomUUID(),
        body: {
          patient: { id: wait?.patientId },
          typeId,
          staffId: slot.staffId,
          placeId: slot.placeId,
          roomId: null,
          classId: null,
          starts: slot.starts,
          override: null,
          waitId,
        },
      })
    // Another's place on the list, or none: nothing is booked.
    expect((await book(randomUUID())).status).toBe(409)
    expect((await mine(person)).upcoming).toEqual([])
    expect((await book(id)).status).toBe(200)
    expect((await mine(person)).upcoming.map(({ visit }) => visit.starts)).toEqual([slot.starts])
    expect(await waits()).toEqual([])
    expect((await desk.call('waitFits', { id })).status).toBe(404)
  })
})
