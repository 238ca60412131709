import { expect, it } from 'vitest'
import { beginDraft, changeDraft, Draft, discardDraft, draftNow, loadDraft } from './draft.ts'
import { readKept } from './store.ts'

it('keeps each change at once, in memory and on the device', async () => {
  await loadDraft()
  expect(draftNow()).toBeNull()
  await beginDraft('2026-11')
  changeDraft({ yearOfBirth: 1970 })
  changeDraft((draft) => ({ answers: { ...draft.answers, RF01: 'no' } }))
  expect(draftNow()).toMatchObject({ yearOfBirth: 1970, answers: { RF01: 'no' } })
  expect(Draft.parse(await readKept('draft'))).toEqual(draftNow())
})

it('is gone for good when discarded, and cannot be changed then', async () => {
  await beginDraft('2026-11')
  await discardDraft()
  changeDraft({ yearOfBirth: 1970 })
  expect(draftNow()).toBeNull()
  expect(await readKept('draft')).toBeUndefined()
})

it('is not lost over a reload by an activity whose words are still to be typed', async () => {
  await beginDraft('2026-11')
  changeDraft({ goals: [{ text: '', now: null }] })
  expect(Draft.safeParse(await readKept('draft')).success).toBe(true)
  await discardDraft()
})
