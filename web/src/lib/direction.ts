/** Which way a language is read. None of those that there are is read from the right; the pages are ready for one that is. */
export type Direction = 'ltr' | 'rtl'

/** Languages in scripts that are read from the right: Arabic, Hebrew, Persian, Urdu and their neighbours. */
const FROM_RIGHT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

export const directionOf = (tag: string): Direction =>
  FROM_RIGHT.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'

/** Whether the page is read from the right now. */
export const readsFromRight = (): boolean => document.documentElement.dir === 'rtl'

/** The arrow from what was to what is, in the direction of reading: between numbers and words it is not turned by the browser. */
export const onward = (): '→' | '←' => (readsFromRight() ? '←' : '→')
