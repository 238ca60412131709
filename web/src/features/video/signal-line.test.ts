import type { Signal, VideoCall, VideoRoom } from '@dorsal/care'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ApiError, NetworkError } from '../../lib/api.ts'
import { signalLine } from './signal-line.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINE = '00000000-0000-7000-8000-00000000000a'
const THEIRS = '00000000-0000-7000-8000-00000000000b'
const signal = (n: number): Signal => ({
  kind: 'candidate',
  candidate: `candidate:${n}`,
  mid: '0',
  line: 0,
  fragment: null,
})
const room = (given: Partial<VideoRoom> = {}): VideoRoom => ({
  mine: true,
  other: { meeting: THEIRS, there: true, name: 'Ana' },
  seen: true,
  admitted: true,
  ended: false,
  signals: [],
  ...given,
})
const refusal = (code: string, status: number): ApiError =>
  new ApiError({ type: 'x', code, title: code, status, detail: '' })

function aLine(answers: (call: VideoCall) => VideoRoom | Error) {
  const calls: VideoCall[] = []
  const heard: Signal[] = []
  const troubles: boolean[] = []
  const line = signalLine({
    meeting: MINE,
    ask: async (call) => {
      calls.push(call)
      const answer = answers(call)
      if (answer instanceof Error) throw answer
      return answer
    },
    onRoom: () => undefined,
    onSignal: (one) => heard.push(one),
    onTrouble: (error, final) => {
      if (error !== null) troubles.push(final)
    },
    every: () => 20_000,
  })
  return { line, calls, heard, troubles }
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('comes in once, then only asks; what came is not asked for again', async () => {
  const { line, calls, heard } = aLine(({ after }) =>
    room({ signals: after < 7 ? [{ n: 7, signal: signal(7) }] : [] }),
  )
  await pass(0)
  await pass(20_000)
  expect(calls.map(({ enter, after }) => ({ enter, after }))).toEqual([
    { enter: true, after: 0 },
    { enter: false, after: 7 },
  ])
  expect(heard).toEqual([signal(7)])
  line.stop()
})

it('hands over what is told at once and together, a burst in few requests', async () => {
  const { line, calls } = aLine(() => room())
  await pass(0)
  for (let n = 0; n < 50; n += 1) line.tell(THEIRS, signal(n))
  await pass(200)
  expect(calls.map(({ to, signals }) => [to, signals.length])).toEqual([
    [null, 0],
    [THEIRS, 40],
    [THEIRS, 10],
  ])
  line.stop()
})

it('sends again what was not taken, and what is for a page that is gone to nobody', async () => {
  let down = true
  const { line, calls, troubles } = aLine(() => (down ? new NetworkError('') : room()))
  line.tell(THEIRS, signal(1))
  line.tell(MINE, signal(2))
  await pass(100)
  expect(troubles.length).toBeGreaterThan(0)
  expect(troubles).not.toContain(true)
  down = false
  await pass(5_000)
  expect(calls.at(-1)?.signals).toEqual([])
  const taken = calls.filter(({ signals }) => signals.length > 0).at(-1)
  expect(taken).toMatchObject({ to: THEIRS, enter: true })
  line.stop()
})

it('asks at once when something is known to have changed, also while it asks', async () => {
  const { line, calls } = aLine(() => room())
  await pass(0)
  line.wake()
  await pass(0)
  expect(calls).toHaveLength(2)
  line.stop()
  line.wake()
  await pass(60_000)
  expect(calls).toHaveLength(2)
})

it('ends where the server refuses for good', async () => {
  const { calls, troubles } = aLine(() => refusal('video-closed', 409))
  await pass(60_000)
  expect(calls).toHaveLength(1)
  expect(troubles).toEqual([true])
})
