import type { MovementTest, MovementTestResult, SelfTest } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { againOf } from './retest.ts'

const test = (id: string, skipTags: string[] = []) =>
  ({ id, protocol: { skipTags } }) as unknown as MovementTest
const content = {
  movementTests: [test('turn', ['rib_injury']), test('bend')],
  furtherTests: [test('hinge')],
  selfTests: [{ id: 'ribs', skipTags: [] as string[] } as unknown as SelfTest],
}
const done = (source: 'camera' | 'self'): MovementTestResult => ({ left: 1, right: 1, source })
const ids = (latest: Parameters<typeof againOf>[0]['latest'], tags: string[] = []) => {
  const { tests, further, camera } = againOf({ latest }, content, tags)
  return [tests.map(({ id }) => id), further.map(({ test: own }) => own.id), camera]
}

describe('the tests to do again', () => {
  it('are those of the time before, the way they were done', () => {
    const latest = {
      movementTests: { turn: done('camera'), hinge: done('self') },
      selfTests: { ribs: { result: 'pass' as const } },
    }
    expect(ids(latest)).toEqual([['turn', 'hinge'], ['ribs'], true])
    expect(ids({ movementTests: { bend: done('self') }, selfTests: {} })).toEqual([['bend'], [], false])
  })

  it('are the first ones where none was done', () => {
    expect(ids({ movementTests: {}, selfTests: {} })).toEqual([['turn', 'bend'], [], false])
  })

  it('leave out what a precaution forbids by now', () => {
    expect(ids({ movementTests: { turn: done('camera') }, selfTests: {} }, ['rib_injury'])[0]).toEqual([])
  })
})
