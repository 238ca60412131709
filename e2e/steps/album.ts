/** Pictures of every screen of a journey for somebody to look at, each screen held to what every screen must hold. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expectAccessible, expectLargeTargets, expectNothingBeside } from '../axe.ts'
import { LONG_FORM } from '../long-form.ts'

const SCREENS = fileURLToPath(new URL('../output/screens/', import.meta.url))

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1440, height: 900 }
const NARROW = { width: 360, height: 740 }

/** Questions that look like one another on a large screen: for these the phone's picture is enough. */
const ALIKE = /^(RF(?!01)|H0[24-9]|H1|B(?!01)|G[2-6]|YF)/

/** Looks at the screen that is open now: picture, axe, sizes. */
export type Look = (name: string) => Promise<void>

type Given = { journey: string; for: 'patient' | 'clinician' }

/** A new album; its pictures are numbered in the order of the journey. */
export function album(page: Page, { journey, for: reader }: Given): Look {
  let number = 0
  return async (name) => {
    number += 1
    const before = page.viewportSize() ?? PHONE
    // A pointer that rests somewhere would colour what lies under it.
    await page.mouse.move(0, 0)
    const file = `${journey}-${String(number).padStart(2, '0')}-${name}.png`
    await page.setViewportSize(NARROW)
    await expectNothingBeside(page, name)
    const alike = ALIKE.test(name)
    // In the short form the phone's picture is enough, and of screens that are made alike one stands for all with axe.
    for (const size of alike || !LONG_FORM ? [PHONE] : [DESKTOP, PHONE]) {
      await page.setViewportSize(size)
      const folder = path.join(SCREENS, `${size.width}x${size.height}`)
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: path.join(folder, file) })
    }
    if (LONG_FORM || !alike) await expectAccessible(page, name)
    if (reader === 'patient') await expectLargeTargets(page, name)
    await page.setViewportSize(before)
  }
}
