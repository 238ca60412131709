/** Calm colours of the body that stand out from a light and from a dark page alike. */
export const COLOURS = {
  skin: '#d39a74',
  hair: '#4a3a33',
  face: '#3b2a24',
  lips: '#9a5a48',
  shirt: '#2f8f8b',
  trousers: '#3f5570',
  shoe: '#e9e4da',
} as const
