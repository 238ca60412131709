import { describe, expect, it } from 'vitest'
import { cameraFailureOf } from './camera-failure.ts'

describe('why there is no picture', () => {
  it.each([
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-absent'],
    ['OverconstrainedError', 'camera-absent'],
    ['NotReadableError', 'camera-in-use'],
    ['AbortError', 'camera-in-use'],
    ['SomethingNew', 'camera-unknown'],
  ] as const)('%s is told as %s', (name, failure) => {
    expect(cameraFailureOf(new DOMException('x', name))).toBe(failure)
  })

  it('is never silent about what is no error at all', () => {
    for (const odd of [undefined, null, 'NotAllowedError', 7, {}])
      expect(cameraFailureOf(odd)).toBe('camera-unknown')
  })
})
