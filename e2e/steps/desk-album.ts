/** Pictures of a journey at the desk for whoever looks at the screens, where a folder is given (`DORSAL_ALBUM`); else none. */
import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { DESKTOP } from './album.ts'

const ALBUM = process.env['DORSAL_ALBUM']
/** A large screen, a small one, and a large one at 400 %. */
const SIZES = [DESKTOP, { width: 1024, height: 768 }, { width: 320, height: 640 }]

/** Takes pictures of what is open now, in each size and in the dark. Narrow ones, and those named `whole…`, show the page to its end. */
export function deskAlbum(desk: Page): (name: string) => Promise<void> {
  return async (name) => {
    if (!ALBUM) return
    mkdirSync(ALBUM, { recursive: true })
    const whole = name.startsWith('whole')
    for (const size of SIZES) {
      await desk.setViewportSize(size)
      const path = `${ALBUM}/${name}-${size.width}.png`
      await desk.screenshot({ path, fullPage: whole || size.width < 1000 })
    }
    await desk.setViewportSize(DESKTOP)
    await desk.emulateMedia({ colorScheme: 'dark' })
    await desk.screenshot({ path: `${ALBUM}/${name}-dark.png`, fullPage: whole })
    await desk.emulateMedia({ colorScheme: 'light' })
  }
}
