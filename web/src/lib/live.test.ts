import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pollEvery, startLive } from './live.ts'
import { deskKeys } from './live-desk.ts'

const ID = '00000000-0000-7000-8000-000000000001'

class Source extends EventTarget {
  static all: Source[] = []
  closed = false
  constructor() {
    super()
    Source.all.push(this)
  }
  close(): void {
    this.closed = true
  }
  say(type: string, data = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data }))
  }
}
const last = (): Source => Source.all.at(-1) ?? new Source()

let page: EventTarget & { visibilityState: string }
let client: QueryClient
let read: string[]
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  Source.all = []
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('EventSource', Source)
  client = new QueryClient()
  read = []
  vi.spyOn(client, 'invalidateQueries').mockImplementation(async (filters) => {
    read.push(JSON.stringify(filters?.queryKey))
  })
  stop = startLive(client, '/api/live', deskKeys)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks seldom only while the stream tells of changes', () => {
  expect(pollEvery(10_000)()).toBe(10_000)
  last().say('hello')
  expect(pollEvery(10_000)()).toBe(300_000)
  last().say('error')
  expect(pollEvery(10_000)()).toBe(10_000)
})

const listening = (): void => {
  last().say('hello')
  vi.advanceTimersByTime(1_500)
  read = []
}

it('reads anew what changed and nothing else, never a note that is open', () => {
  listening()
  last().say('message', JSON.stringify({ changed: 'note', patientId: ID }))
  expect(read).toEqual([
    `["notes","${ID}"]`,
    `["patient","${ID}"]`,
    '["panel"]',
    '["message-calls"]',
    '["co-sign"]',
    '["co-sign-count"]',
    '["schedule"]',
  ])
})

it('reads a burst twice: at once, and when it is over', () => {
  listening()
  for (let n = 0; n < 50; n += 1) last().say('message', JSON.stringify({ changed: 'record', patientId: ID }))
  vi.advanceTimersByTime(10_000)
  expect(read.filter((key) => key === '["panel"]')).toHaveLength(2)
})

it('comes back after a failure, waits longer each time, and then reads what it may have missed', () => {
  listening()
  last().say('error')
  expect(read).toContain('["panel"]')
  vi.advanceTimersByTime(700)
  expect(Source.all).toHaveLength(2)
  last().say('error')
  vi.advanceTimersByTime(1_000)
  expect(Source.all).toHaveLength(2)
  vi.advanceTimersByTime(2_000)
  expect(Source.all).toHaveLength(3)
  vi.advanceTimersByTime(1_500)
  read = []
  last().say('hello')
  expect(read).toContain('["panel"]')
})

it('listens only while it is looked at', () => {
  last().say('hello')
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  expect([last().closed, pollEvery(10_000)()]).toEqual([true, 10_000])
  page.visibilityState = 'visible'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(Source.all).toHaveLength(2)
})

it('takes what it cannot read for a sign that something was missed', () => {
  listening()
  last().say('message', 'nonsense')
  expect(read).toContain('["panel"]')
})
