import type { ReplaySent } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { createReplayQueue, type ReplayStored } from './replay-queue.ts'

const replay = (sessionId: string, set = 0): ReplaySent => ({
  sessionId,
  set,
  calibration: null,
  data: 'AA==',
})

/** One device with its store, and a server that answers as told. */
function device(answer: (replay: ReplaySent) => Error | null = () => null) {
  const rows = new Map<string, ReplayStored>()
  const state = { agreed: true, full: false, over: false, reports: new Set<string>(), now: 0 }
  const sent: string[] = []
  const queue = createReplayQueue({
    store: {
      all: async () => [...rows.values()],
      put: async (row) => {
        if (state.full) throw new DOMException('full', 'QuotaExceededError')
        rows.set(row.id, row)
      },
      remove: async (id) => void rows.delete(id),
      clear: async () => rows.clear(),
    },
    seal: async (_id, value) => ({ sealed: JSON.stringify(value) }),
    open: async (_id, sealed) => JSON.parse((sealed as { sealed: string }).sealed) as unknown,
    send: async (one) => {
      sent.push(`${one.sessionId}/${one.set}`)
      const error = answer(one)
      if (error !== null) throw error
    },
    reportSent: async (id) => state.reports.has(id),
    agreed: () => state.agreed,
    again: (error) => error instanceof TypeError,
    isOver: () => state.over,
    now: () => String((state.now += 1)),
  })
  return { queue, rows, state, sent }
}

describe('replays on a device', () => {
  it('are not kept without a yes', async () => {
    const { queue, rows, state, sent } = device()
    state.agreed = false
    expect(await queue.keep(replay('a'))).toBe(false)
    await queue.flush()
    expect([rows.size, sent]).toEqual([0, []])
  })

  it('that were kept are gone without being sent once the yes is taken back', async () => {
    const { queue, rows, state, sent } = device()
    await queue.keep(replay('a'))
    state.reports.add('a')
    state.agreed = false
    await queue.flush()
    expect([rows.size, sent]).toEqual([0, []])
  })

  it('never go before their report', async () => {
    const { queue, state, sent } = device()
    await queue.keep(replay('a', 0))
    await queue.keep(replay('a', 1))
    await queue.keep(replay('b'))
    await queue.flush()
    expect(sent).toEqual([])
    state.reports.add('a')
    await queue.flush()
    expect(sent).toEqual(['a/0', 'a/1'])
    await queue.flush()
    expect(sent).toEqual(['a/0', 'a/1'])
  })

  it('are tried again where the connection failed, and dropped where the server refuses', async () => {
    const answers: (Error | null)[] = [new TypeError('no network'), new Error('refused')]
    const { queue, rows, state, sent } = device(() => answers.shift() ?? null)
    await queue.keep(replay('a'))
    state.reports.add('a')
    expect(await queue.flush()).toBe(true)
    expect(rows.size).toBe(1)
    expect(await queue.flush()).toBe(false)
    expect([rows.size, sent]).toEqual([0, ['a/0', 'a/0']])
  })

  it('are dropped where the device is full, without a word to whoever finishes the set', async () => {
    const { queue, rows, state } = device()
    state.full = true
    expect(await queue.keep(replay('a'))).toBe(false)
    expect(rows.size).toBe(0)
  })

  it('end with the days that a device may keep things', async () => {
    const { queue, rows, state, sent } = device()
    await queue.keep(replay('a'))
    state.over = true
    await queue.flush()
    expect([rows.size, sent]).toEqual([0, []])
  })
})
