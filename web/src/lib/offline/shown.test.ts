import { expect, it } from 'vitest'
import { shownOf } from './shown.ts'

it('what a reminder shows opens a page of this house alone', () => {
  const given = { title: 'Hill Street Clinic', body: 'Something waits for you', path: '/today' }
  expect(shownOf(given)).toEqual(given)
  for (const path of ['https://evil.example/', '//evil.example', '/x?y', '/\\evil.example', 'today', 7, null])
    expect(shownOf({ ...given, path }).path).toBe('/today')
  for (const nothing of [null, undefined, 'x', 7, []])
    expect(shownOf(nothing)).toEqual({ title: 'Dorsal', body: '', path: '/today' })
})
