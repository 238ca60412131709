/** What a device told, with the moment that it says it is of, and the moment at which it arrived. */
type Arrived<T extends { at: string }> = { body: T; received_at: Date }

/** The moment itself, or the arrival where the device's clock runs ahead: nobody can tell of something after it was told. */
export const toldAt = ({ body, received_at }: Arrived<{ at: string }>): string =>
  Date.parse(body.at) <= received_at.getTime() ? body.at : received_at.toISOString()

/** Oldest first, none from after its arrival. */
export const inOrder = <T extends { at: string }>(rows: readonly Arrived<T>[]): T[] =>
  rows.map((row) => ({ ...row.body, at: toldAt(row) })).sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
