import { contract, type Endpoint, type EndpointName, Problem } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'
import type { Visitor } from '../seed/visitor.ts'

let host: TestApp
const callers: Visitor[] = []
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  const patient = host.person()
  await patient.agree()
  await patient.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  callers.push(patient, await host.clinician(), host.person())
})
afterAll(() => host.close())

const RUNS = process.env['DORSAL_FULL'] === '1' ? 300 : 40

/** Real bodies, to be bent: a fuzz of pure noise would never get past the first check. */
const bodies: Partial<Record<EndpointName, () => object>> = {
  sendIntake: () => someIntake(host.content),
  sendReport: () => someReport([{ planItemId: 'x', exerciseId: 'y', reps: 8 }]),
  makeShare: () => ({
    id: randomUUID(),
    kind: 'helper',
    token: 'x'.repeat(43),
    shownName: 'Ana',
    lasts: 'week',
    utcOffset: 60,
  }),
  sendMessage: () => ({ id: randomUUID(), words: 'Hello', lang: 'en', answers: { RF10: 'no' } }),
  answerMessage: () => ({ id: randomUUID(), words: 'Hello' }),
  setReplyPromise: () => ({
    workingDays: 1,
    days: [1, 2],
    from: '08:00',
    to: '18:00',
    zone: 'UTC',
    afterEndDays: null,
  }),
  finishLesson: () => ({
    id: randomUUID(),
    at: '2026-11-21T10:00:00.000Z',
    lessonId: 'breathing',
    version: 1,
    answer: null,
  }),
}

const nasty = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    null,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    -0,
    1e308,
    -1,
    1e21,
    [],
    {},
    true,
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

function paths(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [at]
  return [at, ...Object.entries(value).flatMap(([k, v]) => paths(v, [...at, k]))]
}

function bend(value: unknown, path: (string | number)[], to: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return to
  const copy: unknown = structuredClone(value)
  const holder = copy as Record<string | number, unknown>
  holder[key] = bend(holder[key], rest, to)
  return copy
}

const idOf = (body: unknown): string | undefined => {
  const id = typeof body === 'object' && body !== null ? (body as { id?: unknown }).id : undefined
  return typeof id === 'string' && /^[\w-]{1,60}$/.test(id) ? id : undefined
}

describe('any input gets a clean answer', () => {
  it.each(Object.entries<Endpoint>(contract).filter(([name]) => name !== 'eraseMe'))(
    '%s',
    async (key, row) => {
      const name = key as EndpointName
      const real = bodies[name]?.()
      const body =
        real === undefined
          ? nasty
          : fc.tuple(fc.constantFrom(...paths(real)), nasty).map(([path, to]) => bend(real, path, to))
      const property = fc.asyncProperty(
        body,
        // By number: a caller holds the whole app, which a failure would print.
        fc.nat({ max: callers.length - 1 }),
        fc.oneof(fc.uuid(), fc.string({ unit: 'binary', maxLength: 40 })),
        async (sent, who, noise) => {
          const caller = callers[who] ?? host.person()
          const id = encodeURIComponent((idOf(sent) ?? noise).replace(/\p{Surrogate}/gu, '?'))
          const answer = await caller.call(name, { id, body: row.body === null ? undefined : sent })
          expect(answer.status, answer.raw.body).toBeLessThan(500)
          if (answer.status >= 400) expect(Problem.safeParse(answer.body).success).toBe(true)
          else expect(row.reply.safeParse(answer.body).success).toBe(true)
          expect(answer.raw.body).not.toMatch(/ at .*\.ts:|node_modules/)
        },
      )
      await fc.assert(property, { numRuns: RUNS })
    },
  )

  it('queries, repeated parameters and odd headers change nothing', async () => {
    for (const url of [
      '/api/config?x=1&x=2',
      '/api/config?__proto__[a]=1',
      '/api/config?%00',
      '/api/config#x',
    ])
      expect(
        (await host.app.inject({ url, headers: { host: '127.0.0.1', cookie: 'dorsal_me=;;=;%' } }))
          .statusCode,
      ).toBe(200)
  })
})
