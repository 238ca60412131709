import type { CheckIn, CheckInReply, IntakeReply, Me, PatientRecord } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

async function ready(): Promise<Visitor> {
  const person = host.person()
  await person.agree()
  const body = someIntake(
    host.content,
    {},
    { selfTests: { 'rib-breath': { result: 'limited', side: 'left' } } },
  )
  await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body })
  return person
}

const me = (person: Visitor) => person.ok<Me>('me')
const later = (days: number) => {
  host.clock.now = new Date(host.clock.now.getTime() + days * 86_400_000)
}
const again = (tests: CheckIn['tests']): CheckIn => ({
  id: randomUUID(),
  at: host.clock.now.toISOString(),
  moments: [],
  answers: {},
  event: null,
  ...(tests && { tests }),
})

it('tests done alone become findings of the plan', async () => {
  const { plan } = await me(await ready())
  const found = plan?.findings.find(({ id }) => id === 'ribs-stiff')
  expect(found?.confidence).toBe(0.5)
  expect(plan?.evaluation.wouldChange?.length).toBeGreaterThan(0)
})

it('tests are due again after four weeks, with what came of them last', async () => {
  const person = await ready()
  const began = host.clock.now.getTime()
  const { retest } = await me(person)
  expect(Date.parse(retest?.dueAt ?? '') - began).toBe(28 * 86_400_000)
  expect(retest?.latest.selfTests).toEqual({ 'rib-breath': { result: 'limited', side: 'left' } })
  expect(retest?.latest.movementTests['seated-rotation']).toMatchObject({ left: 33, right: 41 })
})

it('tests done again are kept once, however often they arrive, and are what is compared with next', async () => {
  const person = await ready()
  later(29)
  const body = again({
    movementTests: { 'seated-rotation': { left: 45, right: 46, source: 'self' } },
    selfTests: { 'rib-breath': { result: 'pass', side: null } },
  })
  const send = () => person.ok<CheckInReply>('sendCheckIn', { id: body.id, body })
  expect(await send()).toEqual(await send())
  const { retest, checkIns } = await me(person)
  expect(checkIns.filter(({ tests }) => tests !== undefined)).toHaveLength(1)
  expect(retest?.latest.movementTests['seated-rotation']).toMatchObject({ left: 45, right: 46 })
  expect(retest?.latest.selfTests['rib-breath']).toEqual({ result: 'pass', side: null })
  expect(Date.parse(retest?.dueAt ?? '')).toBe(host.clock.now.getTime() + 28 * 86_400_000)
})

it('tests done again are evaluated anew; what is new makes a task, what is better makes none', async () => {
  const person = await ready()
  const { patientId } = await me(person)
  const record = async () => (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
  const sends = async (
    movementTests: NonNullable<CheckIn['tests']>['movementTests'],
    result: 'pass' | 'limited',
  ) => {
    later(29)
    const body = again({ movementTests, selfTests: { 'rib-breath': { result, side: null } } })
    await person.ok<CheckInReply>('sendCheckIn', { id: body.id, body })
    const { decisions, tasks } = await record()
    return {
      news: decisions.filter(({ rule }) => rule.endsWith('-again')).length,
      asked: tasks.flatMap(({ because }) => because).filter(({ id }) => id === 'evaluation.again.found')
        .length,
    }
  }
  expect(await sends({}, 'pass')).toEqual({ news: 1, asked: 0 })
  expect(await sends({ 'seated-rotation': { left: 12, right: 44, source: 'self' } }, 'limited')).toEqual({
    news: 2,
    asked: 1,
  })
})

it('results that are none are refused', async () => {
  const person = await ready()
  const body = again({ movementTests: {}, selfTests: { 'rib-breath': { result: 'pass' } } })
  const odd = { ...body, tests: { movementTests: {}, selfTests: { 'rib-breath': { result: 'fine' } } } }
  const reply = await person.call('sendCheckIn', { id: body.id, body: odd })
  expect(reply.status).toBe(400)
})
