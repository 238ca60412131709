/** What every screen must hold, whoever looks at it: axe finds nothing, nothing runs off the side, everything to press is large. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { LONG_FORM } from './long-form.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The colours in which a screen is looked at: the dark ones on every screen only where all is asked for, for they take their time. */
export const BOTH = ['light', 'dark'] as const
export const COLOURS: readonly ('light' | 'dark')[] = LONG_FORM ? BOTH : ['light']

/** No violation of WCAG 2.2 AA nor of axe's best practice, in each of the colours. */
export async function expectAccessible(page: Page, name: string, colours = COLOURS): Promise<void> {
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    // Our pages have no frames; without frames axe need not open a page of its own to put its findings together.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze()
    const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)
    expect(found, `axe on "${name}", ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Nothing to read or press lies beyond the side of the screen. */
export async function expectNothingBeside(page: Page, name: string): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
  })
  const width = page.viewportSize()?.width
  expect(over, `"${name}" at ${width} px must not scroll sideways`).toEqual([])
}

/**
 * Each thing to press is at least 48 px in both directions. A choice counts with its whole row. Left out: links within a sentence,
 * and the regions of the body map, which stands beside a list of the same choices.
 */
export async function expectLargeTargets(page: Page, name: string): Promise<void> {
  const small = await page.evaluate(() => {
    const LEAST = 48
    const inSentence = (element: Element) => {
      const around = element.closest('p, li')
      return element.matches('a') && (around?.textContent ?? '').trim() !== (element.textContent ?? '').trim()
    }
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !inSentence(element))
      .map((element) => ({
        element,
        box: (element.matches('input')
          ? (element.closest('label') ?? element)
          : element
        ).getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 1 && box.bottom > 0 && box.left >= 0)
      .filter(({ box }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5)
      .map(({ element, box }) => `${box.width} x ${box.height}: ${element.outerHTML.slice(0, 140)}`)
  })
  expect(small, `everything to press on "${name}" is at least 48 px`).toEqual([])
}
