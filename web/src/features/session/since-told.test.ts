import { SessionReport } from '@dorsal/care'
import { expect, it } from 'vitest'
import { beforeSteps } from './answers.ts'
import { Played, prescribed, prescription } from './session-fixture.ts'
import { beginSession } from './state.ts'

const two = prescription([prescribed('squat')])

/** A session that begins after a morning that said this. */
function after(since: 'same' | 'much-worse' | null, of = two): Played {
  const played = new Played(of)
  played.state = beginSession(played.state.id, of, played.clock, since)
  return played
}

/** To the questions' end without ever answering "since last time". */
function withoutSince(played: Played): Played {
  for (const id of ['PS1', 'PS2', 'PS3', 'PS4'])
    played.send({ type: 'answer', id, value: 'no' }).press('next')
  return played
    .send({ type: 'pain-before', value: 2 })
    .press('next')
    .send({ type: 'energy', value: 'good' })
    .press('next')
}

it('what the morning told is not asked again, and is in the report', () => {
  const told = withoutSince(after('much-worse'))
  expect(beforeSteps(told.state)).not.toContain('since')
  expect(told.phase).toBe('set-up')
  told.press('stop').press('next', 'next', 'next', 'next')
  expect(SessionReport.parse(told.state.report).before.sinceLast).toBe('much-worse')
})

it('without a morning it is asked, and nothing passes it', () => {
  const asked = withoutSince(after(null))
  expect(beforeSteps(asked.state)).toContain('since')
  expect(asked.phase).toBe('before')
})

it('a first session has no time before it, whatever was told', () => {
  const first = after('same', prescription([prescribed('squat')], { sessionNumber: 1 }))
  expect(beforeSteps(first.state)).not.toContain('since')
  expect(first.state.before.sinceLast).toBe('first')
})
