import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isAsGiven, readChecked } from './checked.ts'

const store = new Map<string, string>()
beforeEach(() => {
  store.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

const LASTS = new Headers({ 'cache-control': 'public, max-age=31536000, immutable' })
const read = <T>(url: string, json: unknown, parse: Parameters<typeof readChecked<T>>[1], headers = LASTS) =>
  readChecked({ url, headers, json }, parse)

const whole = vi.fn((json: unknown) => ({ success: true, data: json }) as const)
const broken = () => ({ success: false }) as const

it('reads a file whole once, and takes it at its word from then on', () => {
  whole.mockClear()
  for (let visit = 0; visit < 3; visit += 1)
    expect(read('/content/a.json', { questions: [1] }, whole)).toEqual({ questions: [1] })
  expect(whole).toHaveBeenCalledTimes(1)
  read('/content/b.json', {}, whole)
  expect(whole).toHaveBeenCalledTimes(2)
})

it('never takes at its word what was not read before, nor by another program, nor what is no file at all', () => {
  expect(read('/content/a.json', { bad: true }, broken)).toBeNull()
  expect(read('/content/a.json', { bad: true }, broken)).toBeNull()
  read('/content/a.json', {}, whole)
  expect(read('/content/a.json', null, broken)).toBeNull()
  const kept = JSON.parse(store.get('dorsal-checked') ?? '{}') as { files: string[] }
  store.set('dorsal-checked', JSON.stringify({ ...kept, code: 'another program' }))
  expect(read('/content/a.json', {}, broken)).toBeNull()
  store.set('dorsal-checked', '{')
  expect(read('/content/a.json', {}, broken)).toBeNull()
})

it('goes on reading whole what its reading adds to or leaves out', () => {
  const adds = vi.fn((json: unknown) => ({ success: true, data: { ...(json as object), more: [] } }) as const)
  for (let visit = 0; visit < 2; visit += 1)
    expect(read('/content/c.json', { one: 1 }, adds)).toEqual({ one: 1, more: [] })
  expect(adds).toHaveBeenCalledTimes(2)
  expect(isAsGiven({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toBe(true)
  expect(isAsGiven({ a: [1] }, { a: [1, 2] })).toBe(false)
  expect(isAsGiven({}, { a: 1 })).toBe(false)
})

it('goes on reading whole what may change under its address, as the words of another language may', () => {
  whole.mockClear()
  const changes = new Headers({ 'cache-control': 'no-cache' })
  for (let visit = 0; visit < 2; visit += 1) read('/content/es.json', {}, whole, changes)
  expect(whole).toHaveBeenCalledTimes(2)
  expect(read('/content/es.json', {}, broken, changes)).toBeNull()
})
