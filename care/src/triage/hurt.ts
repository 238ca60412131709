/** What "that hurts" can mean, the mildest first. */
export const HURT_KINDS = ['sore', 'sharp', 'dizzy', 'chest', 'legs'] as const
export type HurtKind = (typeof HURT_KINDS)[number]

/** The stop rule behind each answer to "What is it like?". Source: stop rules of the content. */
export const HURT_RULES: Readonly<Record<HurtKind, string>> = {
  sore: 'SS04',
  sharp: 'SS05',
  dizzy: 'SS06',
  chest: 'SS01',
  legs: 'SS02',
}
