import { LANDMARKS } from '@dorsal/motion'
import { expect, it } from 'vitest'
import { packLines, unpackLines } from './lines.ts'

const image = Float32Array.from({ length: LANDMARKS.length * 4 }, (_, n) => (n % 7) / 7 - 0.1)

it('joints come out as they went in, to a thousandth, and without their depth', () => {
  const packed = packLines({ image })
  expect(packed.byteLength).toBe(198)
  const frame = unpackLines(packed)
  for (let n = 0; n < image.length; n += 1)
    expect(frame?.image?.[n]).toBeCloseTo(n % 4 === 2 ? 0 : (image[n] ?? 0), 3)
  expect(frame?.world).toBeNull()
})

it('nobody is nobody, and what is not ours is not drawn', () => {
  expect(unpackLines(packLines({ image: null }))).toBeNull()
  for (const length of [0, 197, 199, 4096]) expect(unpackLines(new ArrayBuffer(length))).toBeNull()
})
