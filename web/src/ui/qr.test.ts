import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { type Qr, qrOf } from './qr.ts'

const newToken = (): string => randomBytes(32).toString('base64url')
const addressOf = (token: string, origin: string): string => `${origin}/shared#${token}`

/** The path as a camera would see it: `dots` to a module. */
function pictureOf({ size, path }: Qr, dots = 4): { pixels: Uint8ClampedArray; side: number } {
  const side = size * dots
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < dots; row += 1)
      for (let column = 0; column < Number(wide) * dots; column += 1) {
        const at = ((Number(y) * dots + row) * side + Number(x) * dots + column) * 4
        pixels.fill(0, at, at + 3)
      }
  return { pixels, side }
}

function read(qr: Qr, spoilt = 0): string | null {
  const { pixels, side } = pictureOf(qr)
  const [from, to] = [Math.round(side * 0.45), Math.round(side * (0.45 + spoilt))]
  for (let y = from; y < to; y += 1) pixels.fill(255, (y * side + from) * 4, (y * side + to) * 4)
  return jsQR(pixels, side, side)?.data ?? null
}

describe('a QR code', () => {
  it.each(['http://127.0.0.1:8080', 'https://pt.example.org', `https://${'clinic.'.repeat(12)}example.org`])(
    'of an address at %s is read as that address',
    async (origin) => {
      for (let i = 0; i < 10; i += 1) {
        const address = addressOf(newToken(), origin)
        expect(read(await qrOf(address))).toBe(address)
      }
    },
  )

  it('is read with a stain on it, and not when too much is gone (the test has teeth)', async () => {
    const address = addressOf(newToken(), 'https://pt.example.org')
    const qr = await qrOf(address)
    expect(read(qr, 0.12)).toBe(address)
    expect(read(qr, 0.5)).toBeNull()
  })

  it('keeps four modules of white all round', async () => {
    const { size, path } = await qrOf('x')
    for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(4)
      expect(Number(y)).toBeGreaterThanOrEqual(4)
      expect(Number(x) + Number(wide)).toBeLessThanOrEqual(size - 4)
      expect(Number(y)).toBeLessThan(size - 4)
    }
  })
})
