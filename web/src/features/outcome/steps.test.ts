import type { Due } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { CONTENT, due } from './outcome-fixture.ts'
import { activitiesNow, checkInOf, type GivenBy, minutesFor, stepsOf, yesIn } from './steps.ts'

const ids = (rows: Due[], given: GivenBy = {}, activities: string[] = []) =>
  stepsOf({ due: rows, content: CONTENT, given, activities }).map(({ id }) => id)

const made = { id: '018f0000-0000-7000-8000-000000000001', at: '2026-11-09T09:00:00.000Z' }

describe('the screens of a check-in', () => {
  it('begin with the warning signs of the week, those of the month with the month', () => {
    expect(ids([due('nprs')])).toEqual(['warnings', 'nprs.nprs_avg'])
    const [first] = stepsOf({
      due: [due('nprs', ['weekly', 'every-4-weeks'])],
      content: CONTENT,
      given: {},
      activities: [],
    })
    expect(first?.kind === 'warnings' && first.items.map(({ id }) => id)).toEqual(['RF06', 'RF42'])
    expect(ids([due('nprs', ['baseline'])])).toEqual(['nprs.nprs_avg'])
  })

  it.each([
    ['no answer yet', {}, ['ae.ae1']],
    ['nothing bad', { 'ae.ae1': 0 }, ['ae.ae1']],
    ['something bad', { 'ae.ae1': 1 }, ['ae.ae1', 'event', 'ae.ae_txt']],
  ])('ask what a side effect was only after one: %s', (_, given, expected) => {
    expect(ids([due('ae', ['baseline'])], given)).toEqual(expected)
  })

  it.each([
    ['above the limit', 3, true],
    ['below it', 2, false],
    ['skipped', null, false],
  ])('ask about harm where the mood is low: %s', (_, value, asked) => {
    expect(ids([due('phq2', ['baseline'])], { 'phq2.phq2_1': value }).includes('harm')).toBe(asked)
  })

  it('put an activity question for each activity, of the record or just named', () => {
    expect(ids([due('psfs', ['baseline'])], {}, ['Sit', 'Lift'])).toEqual([
      'psfs.psfs_act',
      'psfs.psfs_score.0',
      'psfs.psfs_score.1',
    ])
    expect(activitiesNow([], { 'psfs.psfs_act': ['Turn', ' ', 'Lift'] })).toEqual(['Turn', 'Lift'])
    expect(activitiesNow(['Sit'], { 'psfs.psfs_act': ['Turn'] })).toEqual(['Sit'])
  })
})

describe('warning signs', () => {
  const steps = stepsOf({ due: [due('phq2')], content: CONTENT, given: { 'phq2.phq2_1': 6 }, activities: [] })

  it.each([
    ['none of these', { warnings: ['none'] }, []],
    ['skipped', { warnings: null }, []],
    ['one of them', { warnings: ['RF06'] }, ['RF06']],
    ['thoughts of harm', { harm: 'yes' }, ['RF12']],
    ['kept back', { harm: 'prefer_not' }, ['RF12']],
    ['no such thoughts', { harm: 'no' }, []],
  ])('%s', (_, given, expected) => {
    expect(yesIn(steps, given).map(({ id }) => id)).toEqual(expected)
  })
})

describe('what is sent', () => {
  it('holds every measure that was put, answered or skipped, and numbers alone where there is a number for each activity', () => {
    const input = {
      due: [due('nprs'), due('psfs')],
      content: CONTENT,
      given: { 'nprs.nprs_avg': null, 'psfs.psfs_score.1': 4 },
      activities: ['Sit', 'Lift'],
    }
    const sent = checkInOf(input, { ...made, stopped: false, yes: [] })
    expect(sent.answers).toEqual({
      nprs: { nprs_avg: null },
      psfs: { psfs_act: null, psfs_score: [null, 4] },
    })
    expect(sent.moments).toEqual(['weekly'])
    expect(sent).not.toHaveProperty('yes')
  })

  it('leaves due what a danger kept from being asked, and says which sign it was', () => {
    const input = {
      due: [due('nprs'), due('phq2')],
      content: CONTENT,
      given: { 'nprs.nprs_avg': 3 },
      activities: [],
    }
    const sent = checkInOf(input, { ...made, stopped: true, yes: ['RF06'] })
    expect(Object.keys(sent.answers)).toEqual(['nprs'])
    expect(sent.yes).toEqual(['RF06'])
  })

  it('carries the words about a side effect once, with the event, and none where there was no event', () => {
    const given: GivenBy = { 'ae.ae1': 1, event: ['dizzy'], 'ae.ae_txt': 'on getting up' }
    const input = { due: [due('ae')], content: CONTENT, given, activities: [] }
    const sent = checkInOf(input, { ...made, stopped: false, yes: [] })
    expect(sent.event).toEqual({ severity: 1, kinds: ['dizzy'], text: 'on getting up' })
    expect(sent.answers).toEqual({ ae: { ae1: 1 } })
    const taken = checkInOf(
      { ...input, given: { ...given, 'ae.ae1': 0 } },
      { ...made, stopped: false, yes: [] },
    )
    expect(taken.event).toBeNull()
  })
})

it('says about how long it takes, a minute at least', () => {
  expect(minutesFor([due('nprs')])).toBe(1)
  expect(minutesFor(Array.from({ length: 12 }, () => due('nprs')))).toBe(2)
})
