/** The routes that are asked, by "METHOD /path"; null: all. Another value is put here by `npm run trust`, which takes guards out one by one. */
export const ONLY: string | null = null
