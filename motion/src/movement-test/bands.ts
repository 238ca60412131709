import type { TestBand } from './protocol.ts'

/** Where a value lies among people of that age: `below` = short of the usual span and not limited; `none` = not known. */
export type BandVerdict = 'typical' | 'below' | 'limited' | 'none'

export type Sex = 'female' | 'male'

/**
 * The value (in the test's unit) against the norms of that age in years and sex. Without age there is no verdict; where the norms differ by sex and it is
 * not known, a verdict is given only when both agree. Bands begin at their age and last until the next one begins.
 */
export function bandOf(
  value: number | null,
  bands: readonly TestBand[],
  age: number | null,
  sex: Sex | null,
): BandVerdict {
  if (value === null || age === null) return 'none'
  const sexes: Sex[] = sex === null ? ['female', 'male'] : [sex]
  const verdicts = new Set(sexes.map((one) => verdict(value, bandFor(bands, age, one))))
  const [only] = verdicts
  return verdicts.size === 1 && only !== undefined ? only : 'none'
}

function bandFor(bands: readonly TestBand[], age: number, sex: Sex): TestBand | undefined {
  return bands
    .filter((band) => age >= band.fromAge && (band.sex === undefined || band.sex === sex))
    .reduce<TestBand | undefined>(
      (best, band) => (best === undefined || band.fromAge >= best.fromAge ? band : best),
      undefined,
    )
}

function verdict(value: number, band: TestBand | undefined): BandVerdict {
  if (band === undefined) return 'none'
  if (value < band.limitedBelow) return 'limited'
  return band.typical !== undefined && value < band.typical[0] ? 'below' : 'typical'
}
