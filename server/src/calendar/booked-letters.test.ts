import type { Visit } from '@dorsal/care'
import { sync, type VEvent } from 'node-ical'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sendDue } from '../mail/send-due.ts'
import { smtp } from '../mail/smtp.ts'
import { type Received, smtpServer } from '../mail/smtp-fixture.ts'
import { type Booked, clinicThatBooks, CONTACT, holdOf, slotsFor } from '../schedule/schedule-fixture.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { houseOf } from './entries.ts'
import { toldIn } from './testing/letter.ts'

const eventsIn = (text: string): VEvent[] =>
  Object.values(sync.parseICS(text)).filter((one): one is VEvent => one?.type === 'VEVENT')
const told = (received: Received | undefined) => toldIn(received, eventsIn)

let host: TestApp
let server: Awaited<ReturnType<typeof smtpServer>>
let clinic: Booked
beforeAll(async () => {
  server = await smtpServer()
  host = await testApp({
    env: {
      DEMO: '1',
      PUBLIC_URL: 'http://127.0.0.1',
      SMTP_URL: server.url,
      MAIL_FROM: 'noreply@clinic.example',
    },
  })
  clinic = await clinicThatBooks(host)
})
afterAll(async () => {
  await host.close()
  await server.close()
})

it('what a person books, moves and cancels by the product’s own doors reaches their calendar as one event', async () => {
  const send = smtp(server.url, 'noreply@clinic.example', { connectMs: 4_000, answerMs: 4_000 })
  const house = houseOf(host.config)
  const { db } = host.database
  const post = { db, vault: host.vault, send, clinic: 'Hill Street', base: house.base, house }
  const deliver = async () => {
    await sendDue(post, () => host.clock.now)
    return told(server.received.findLast(({ to }) => to === 'mia@example.org'))
  }
  const person = host.person()
  const slots = await slotsFor(person, clinic, { typeId: clinic.types.evaluation })
  const [first, , , , fifth] = slots
  if (first === undefined || fifth === undefined) throw new Error('there must be times to choose from')
  const hold = holdOf(first, clinic.types.evaluation)
  await person.ok('holdSlot', { body: hold })
  await person.agree()
  const contact = { ...CONTACT, email: 'mia@example.org' }
  const { visit } = await person.ok<{ visit: Visit }>('bookHeld', {
    body: { id: hold.id, contact, note: null },
  })
  const uid = `${visit.id}@127.0.0.1`
  const booked = await deliver()
  expect(booked).toMatchObject({ method: 'REQUEST', uid, starts: first.starts, status: 'CONFIRMED' })

  const move = { version: visit.version, starts: fifth.starts, staffId: null }
  await person.ok('moveVisit', { id: visit.id, body: move })
  const moved = await deliver()
  expect(moved).toMatchObject({ method: 'REQUEST', uid, starts: fifth.starts })
  expect(moved.sequence).toBeGreaterThan(booked.sequence)

  await person.ok('cancelVisit', { id: visit.id, body: { version: visit.version + 1 } })
  const cancelled = await deliver()
  expect(cancelled).toMatchObject({ method: 'CANCEL', uid, status: 'CANCELLED' })
  expect(cancelled.sequence).toBeGreaterThan(moved.sequence)
  expect(server.received.filter(({ to }) => to === 'mia@example.org')).toHaveLength(3)
})
