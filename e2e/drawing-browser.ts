import { DRAWING_FLAGS } from '../scripts/chromium.ts'

/** A browser that draws in space without a graphics card. */
export const DRAWS = { executablePath: process.env['CHROMIUM_PATH'] ?? '', args: [...DRAWING_FLAGS] }
