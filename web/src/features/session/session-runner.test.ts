import { expect, it } from 'vitest'
import { prescription } from './session-fixture.ts'
import { mayGoOn } from './session-runner.ts'
import { beginSession } from './state.ts'

const today = prescription([])
const begun = (at: string) => beginSession('s', today, { ms: 0, iso: at })
const NOON = '2026-11-21T12:00:00.000Z'

it('lets a session go on that was left a moment ago', () => {
  expect(mayGoOn(begun('2026-11-21T11:40:00.000Z'), today, NOON)).toBe(true)
})

it.each([
  ['the plan has changed', begun(NOON), { ...today, planVersion: today.planVersion + 1 }],
  ['it is another session by now', begun(NOON), { ...today, sessionNumber: today.sessionNumber + 1 }],
  ['its danger questions were answered hours ago', begun('2026-11-21T09:30:00.000Z'), today],
  ['the clock says that it has not begun', begun('2026-11-21T12:30:00.000Z'), today],
])('does not when %s', (_, state, now) => {
  expect(mayGoOn(state, now, NOON)).toBe(false)
})
