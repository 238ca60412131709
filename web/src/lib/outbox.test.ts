import type { ReportReply, SessionReport } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError } from './api.ts'
import { createOutbox, type OutboxStore, type StoredRow } from './outbox.ts'
import { Unreadable } from './seal.ts'

const report = (id: string) => ({ id, sessionNumber: 1, note: `of ${id}` }) as unknown as SessionReport
const reply = (id: string) => ({ saved: { id, at: 'now' }, next: 'session' }) as unknown as ReportReply

/** What IndexedDB does, without one: shared by all "tabs", each value a copy. */
function memory(): OutboxStore & { rows: Map<string, string> } {
  const rows = new Map<string, string>()
  const read = (text: string | undefined) =>
    text === undefined ? undefined : (JSON.parse(text) as StoredRow)
  return {
    rows,
    all: async () => [...rows.values()].flatMap((text) => read(text) ?? []),
    get: async (id) => read(rows.get(id)),
    put: async (row) => void rows.set(row.id, JSON.stringify(row)),
    add: async (row) => {
      if (rows.has(row.id)) return false
      rows.set(row.id, JSON.stringify(row))
      return true
    },
    remove: async (id) => void rows.delete(id),
    clear: async () => rows.clear(),
  }
}

/** Readable only under the id that it was sealed for. */
async function opened(id: string, sealed: unknown): Promise<unknown> {
  const kept = sealed as { id: string; value: unknown }
  if (kept.id !== id) throw new Unreadable('sealed for another')
  return kept.value
}

/** One server and one device; `answer` decides what each request comes to. */
function world(answer: (id: string, request: number) => ReportReply | Error) {
  const store = memory()
  const requests: { id: string; body: string }[] = []
  let locked = false
  let time = 0
  let over = 0
  const tab = () =>
    createOutbox({
      store,
      seal: { seal: async (id, value) => ({ id, value }), open: opened },
      kindOf: () => 'sendReport',
      isOver: ({ createdAt }) => Number(createdAt) <= over,
      send: async (r) => {
        requests.push({ id: r.id, body: JSON.stringify(r) })
        const result = answer(r.id, requests.filter((request) => request.id === r.id).length)
        await Promise.resolve()
        if (result instanceof Error) throw result
        return result
      },
      alone: async (work) => {
        if (locked) return undefined
        locked = true
        try {
          return await work()
        } finally {
          locked = false
        }
      },
      now: () => String((time += 1)).padStart(6, '0'),
      changed: () => {},
    })
  const endAll = () => {
    over = time
  }
  return { store, requests, tab, endAll }
}

const refusal = (status: number) =>
  new ApiError({ type: '', code: 'bad-input', title: 'It does not fit.', status, detail: 'See below.' })

describe('reports on this device', () => {
  it('keeps a report before anything is sent, and calls it sent only after the answer', async () => {
    const { tab, requests } = world(reply)
    const outbox = tab()
    await outbox.keep(report('a'))
    expect(await outbox.row('a')).toMatchObject({ state: 'queued' })
    expect(requests).toEqual([])
    expect(await outbox.flush()).toEqual({ waitMs: null })
    expect(await outbox.row('a')).toMatchObject({ state: 'sent', sealed: null, reply: { next: 'session' } })
    expect(await outbox.waiting()).toEqual([])
  })

  it('sends again with the same id and body until it is acknowledged, waiting longer each time', async () => {
    const { tab, requests } = world((id, request) => (request < 4 ? new NetworkError('') : reply(id)))
    const outbox = tab()
    await outbox.keep(report('a'))
    const waits: (number | null)[] = []
    for (let round = 0; round < 4; round++) waits.push((await outbox.flush()).waitMs)
    expect(waits).toEqual([2000, 5000, 15000, null])
    expect(new Set(requests.map((request) => request.body)).size).toBe(1)
    await outbox.flush()
    expect(requests).toHaveLength(4)
  })

  it.each([500, 503, 429])('keeps a report queued when the server answers %i', async (status) => {
    const { tab } = world(() => refusal(status))
    const outbox = tab()
    await outbox.keep(report('a'))
    await outbox.flush()
    expect(await outbox.row('a')).toMatchObject({ state: 'queued' })
  })

  it('does not let a refused report hold up the others, keeps it, and can try it again', async () => {
    let mended = false
    const { tab } = world((id) => (id === 'bad' && !mended ? refusal(422) : reply(id)))
    const outbox = tab()
    await outbox.keep(report('bad'))
    await outbox.keep(report('good'))
    expect(await outbox.flush()).toEqual({ waitMs: null })
    expect(await outbox.row('good')).toMatchObject({ state: 'sent' })
    expect(await outbox.row('bad')).toMatchObject({
      state: 'refused',
      sealed: { value: { note: 'of bad' } },
      problem: { title: 'It does not fit.' },
    })
    mended = true
    await outbox.retry('bad')
    await outbox.flush()
    expect(await outbox.row('bad')).toMatchObject({ state: 'sent' })
  })

  it('keeps a report whose record this browser cannot open any more, in words that help a patient', async () => {
    const { tab } = world(() => refusal(401))
    const outbox = tab()
    await outbox.keep(report('a'))
    await outbox.flush()
    expect(await outbox.row('a')).toMatchObject({ state: 'refused', sealed: { value: { note: 'of a' } } })
    expect((await outbox.row('a'))?.problem?.advice).toMatch(/clinic/)
  })

  it('survives the end of a tab between keeping and sending', async () => {
    const { tab, requests } = world(reply)
    await tab().keep(report('a'))
    await tab().flush()
    expect(requests.map((request) => request.id)).toEqual(['a'])
  })

  it('sends each report once when two tabs flush at the same time', async () => {
    const { tab, requests, store } = world(reply)
    const [one, two] = [tab(), tab()]
    for (const id of ['a', 'b', 'c']) await one.keep(report(id))
    await Promise.all([one.flush(), two.flush(), one.flush()])
    await two.flush()
    expect(requests.map((request) => request.id).sort()).toEqual(['a', 'b', 'c'])
    expect((await store.all()).every((row) => row.state === 'sent')).toBe(true)
  })

  it('does not send what another tab has sent since this one looked', async () => {
    const { tab, requests, store } = world(reply)
    await tab().keep(report('a'))
    const before = await store.all()
    await tab().flush()
    store.all = async () => before
    await tab().flush()
    expect(requests).toHaveLength(1)
    expect(await tab().row('a')).toMatchObject({ state: 'sent', reply: { next: 'session' } })
  })

  it('seals what is kept and what was answered, each readable under its own id alone', async () => {
    const { tab, store } = world(reply)
    const outbox = tab()
    await outbox.keep(report('a'))
    const [row] = await store.all()
    expect(row).toMatchObject({ kind: 'sendReport', sealed: { id: 'a' } })
    if (row !== undefined) await store.put({ ...row, id: 'b' })
    await outbox.flush()
    expect(await outbox.row('b')).toMatchObject({ state: 'refused' })
    expect((await store.get('a'))?.reply).toMatchObject({ id: 'a', value: { next: 'session' } })
    expect(await outbox.unsent()).toEqual([])
  })

  it('removes what could not be sent for too long only after a last try, and says so until it was read', async () => {
    let there = false
    const { tab, endAll } = world((id) => (there ? reply(id) : new NetworkError('')))
    const outbox = tab()
    await outbox.keep(report('a'))
    await outbox.keep(report('b'))
    endAll()
    await outbox.keep(report('c'))
    await outbox.flush()
    expect((await outbox.waiting()).map(({ id }) => id)).toEqual(['c'])
    expect((await outbox.expired()).map(({ id, sealed }) => [id, sealed])).toEqual([
      ['a', null],
      ['b', null],
    ])
    await outbox.dismiss('a')
    await outbox.dismiss('c')
    there = true
    await outbox.flush()
    expect((await outbox.expired()).map(({ id }) => id)).toEqual(['b'])
    expect(await outbox.row('c')).toMatchObject({ state: 'sent' })
    endAll()
    await outbox.flush()
    expect(await outbox.row('c')).toBeUndefined()
  })

  it('sends what is too old, as long as it can', async () => {
    const { tab, endAll } = world(reply)
    const outbox = tab()
    await outbox.keep(report('a'))
    endAll()
    await outbox.keep(report('b'))
    await outbox.flush()
    expect(await outbox.expired()).toEqual([])
  })

  it('changes nothing when the same report is kept again, sent or not', async () => {
    const { tab, requests } = world(reply)
    const outbox = tab()
    await outbox.keep(report('a'))
    await outbox.flush()
    await outbox.keep(report('a'))
    await outbox.flush()
    expect(requests).toHaveLength(1)
    expect(await outbox.row('a')).toMatchObject({ state: 'sent' })
  })
})
