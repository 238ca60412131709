import type { Me } from '@dorsal/care'
import { expect, it } from 'vitest'
import { startDraft } from '../../lib/draft.ts'
import { whereToGoOn } from './where-to-go-on.ts'

const draft = startDraft('v')
const me = (over: Partial<Me>): Me => ({ next: 'session', plan: null, ...over }) as Me

it('begins at the start for whoever comes for the first time', () => {
  expect(whereToGoOn(null, null)).toBe('start')
})

it('goes on with the intake, with the plan, and with a stop before both', () => {
  expect(whereToGoOn(draft, me({ next: 'questionnaire' }))).toBe('intake')
  expect(whereToGoOn(null, me({ plan: {} as Me['plan'] }))).toBe('today')
  expect(whereToGoOn({ ...draft, stop: { stepId: 'RF01', sent: false } }, null)).toBe('result')
  expect(whereToGoOn(null, me({ next: 'escalate', plan: {} as Me['plan'] }))).toBe('result')
})
