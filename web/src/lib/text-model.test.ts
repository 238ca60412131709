import type { PatientContent, TextModel } from '@dorsal/care'
import { afterEach, expect, it, vi } from 'vitest'
import { createQueryClient } from './query.ts'
import { bringTextModels, textModelUrl } from './text-model.ts'

const content = { version: 'v1', lang: 'en', redFlags: { items: [] } } as unknown as PatientContent
const bytes = { scale: 1, weights: 'AAAA' }
const model: TextModel = {
  version: 'm1',
  bits: 3,
  width: 1,
  classes: ['RF12'],
  common: 'AAAA',
  embedding: bytes,
  bias: [0],
  out: bytes,
  outBias: [0, 0],
  ask: 1,
  askEmergency: 1,
  askSelfHarm: 1,
  level: 1,
  sure: 1,
  sureEmergency: 1,
  asks: { RF12: ['RF12'] },
}

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('brings the classifier to content of any language, fetched once, after the page', async () => {
  vi.useFakeTimers()
  const fetched = vi.fn(() => Promise.resolve(Response.json(model)))
  vi.stubGlobal('fetch', fetched)
  const client = createQueryClient()
  bringTextModels(client)
  client.setQueryData(['content', 'en'], content)
  expect(fetched).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(2_000)
  client.setQueryData(['content', 'es'], content)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(fetched.mock.calls).toEqual([[textModelUrl('v1'), expect.anything()]])
  for (const lang of ['en', 'es'])
    expect(client.getQueryData<PatientContent>(['content', lang])?.redFlags.textModel).toEqual(model)
  client.clear()
})

it('leaves the content as it is while there is no connection, and tries again', async () => {
  vi.useFakeTimers()
  let answers = false
  vi.stubGlobal('fetch', () =>
    answers ? Promise.resolve(Response.json(model)) : Promise.reject(new TypeError('no connection')),
  )
  const client = createQueryClient()
  bringTextModels(client)
  client.setQueryData(['content', 'en'], content)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(client.getQueryData(['content', 'en'])).toEqual(content)
  answers = true
  await vi.advanceTimersByTimeAsync(31_000)
  expect(client.getQueryData<PatientContent>(['content', 'en'])?.redFlags.textModel).toEqual(model)
  client.clear()
})
