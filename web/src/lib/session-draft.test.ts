import { beforeEach, expect, it } from 'vitest'
import { believe, keptLongEnough, type KnownTime } from './keep-time.ts'
import { createSessionDraft, type DraftRow } from './session-draft.ts'
import { isOver } from './store.ts'

let row: DraftRow | undefined
let clock = 0
let known: KnownTime | null = null
const now = () => new Date(Date.UTC(2026, 10, 1) + clock * 86_400_000).toISOString()

const draft = createSessionDraft({
  store: {
    get: async () => row,
    put: async (next) => void (row = next),
    remove: async () => void (row = undefined),
  },
  seal: async (state) => JSON.stringify(state),
  open: async (sealed) => JSON.parse(String(sealed)),
  now,
  isOver: (at) => {
    known = believe(known, now(), null)
    return keptLongEnough(at, known)
  },
})

beforeEach(async () => {
  clock = 0
  known = null
  await draft.save({ sets: 3 })
})

it('gives the session back for thirty days, and then it is off the device', async () => {
  for (clock of [12, 29.9]) expect(await draft.load()).toEqual({ sets: 3 })
  clock = 30
  expect(await draft.load()).toBeNull()
  expect(row).toBeUndefined()
})

it('ends it also where nobody asks for it', async () => {
  for (clock of [20, 30]) await draft.endOld()
  expect(row).toBeUndefined()
})

it('counts from its last step, and a clock that leaps ends nothing', async () => {
  for (clock of [20, 40]) await draft.save({ sets: clock })
  await draft.endOld()
  expect(await draft.load()).toEqual({ sets: 40 })
  clock = 400
  expect(await draft.load()).toEqual({ sets: 40 })
})

it('ends all that is about the person, and nothing that is not', () => {
  const time: KnownTime = { trusted: now(), leapAt: null }
  const at = new Date(Date.parse(now()) - 31 * 86_400_000).toISOString()
  const about = [
    'draft',
    'me',
    'movement-check',
    'calibration',
    'check-in',
    'ahead',
    'day',
    'daily',
    'shares',
  ]
  for (const name of about as Parameters<typeof isOver>[0][]) {
    expect(isOver(name, { at }, time), name).toBe(true)
    expect(isOver(name, { at: now() }, time), name).toBe(false)
  }
  for (const name of ['record', 'config'] as const) expect(isOver(name, { at }, time)).toBe(false)
})
