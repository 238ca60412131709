/** Modules of quiet white round a code, as its standard asks for. */
const QUIET = 4

/** A QR code as one path over a square of `size` units, quiet margin included. */
export type Qr = { size: number; path: string }

/** The QR code of a text, readable with up to 15 % of it spoilt. Drawn here: the text goes to nobody. */
export async function qrOf(text: string): Promise<Qr> {
  // Fetched when a code is first drawn.
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', boostEcc: true, border: QUIET })
  const runs = data.flatMap((row, y) =>
    [...row.map(Number).join('').matchAll(/1+/g)].map(({ 0: run, index }) => {
      const wide = run.length
      return `M${index} ${y}h${wide}v1h-${wide}z`
    }),
  )
  return { size, path: runs.join('') }
}
