/** What somebody hears who does not see the session: roles and names of its moments, and what is said by itself, once and not in a flood. */
import type { Exercise } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'
import { answerBefore, openSession, player, runUntil } from './session-helpers.ts'
import { prescribe } from './steps/prescribe.ts'

const stretch = loadContent().exercises.find(({ id }) => id === 'cross-body-stretch') as Exercise

/** Held twice on each side. */
const HELD = {
  sets: 1,
  reps: 2,
  durationSeconds: null,
  holdSeconds: 10,
  tempo: null,
  perSide: true,
  restSeconds: 30,
}

/** Collects what live regions come to say: each change of the words of one, not the words that it had already. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const LIVE = 'output, [role=status], [role=alert], [aria-live]'
    const said: string[] = []
    Object.assign(globalThis, { said })
    const before = new WeakMap<Element, string>()
    new MutationObserver((changes) => {
      const regions = new Set<Element>()
      for (const { target, addedNodes } of changes) {
        const around = (target instanceof Element ? target : target.parentElement)?.closest(LIVE)
        if (around) regions.add(around)
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue
          for (const each of [node, ...node.querySelectorAll(LIVE)]) if (each.matches(LIVE)) regions.add(each)
        }
      }
      for (const region of regions) {
        const words = region.textContent?.trim() ?? ''
        if (words !== '' && before.get(region) !== words) said.push(words)
        before.set(region, words)
      }
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** What was said since it was last asked. */
const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0))
const main = (page: Page) => page.locator('main')

test('the moments of a session as they are heard', async ({ page }) => {
  await page.clock.install()
  await listen(page)
  await prescribe(page, stretch, HELD)
  await openSession(page)
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - text: Before we start 1 of 6
      - 'progressbar "Progress: Before we start"'
      - heading "Any new chest pain, pressure, trouble breathing, fainting, or weakness on one side?" [level=1]
      - button "No"
      - button "Yes"
  `)
  await answerBefore(page)
  await heard(page)
  await page.locator('[data-way="timer"]').click()
  await expect(player(page, 'ready')).toBeVisible()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "${stretch.name}" [level=1]
      - paragraph: /Exercise 1 of \\d+, left side · \\d+ min left/
      - button "Camera"
      - group: Sound and keys
      - text: /Get ready. \\d+ seconds left/
      - figure "${stretch.name}, shown by a drawn figure."
      - list:
        - listitem
      - status: ${stretch.name}, 2 times. Now the left side.
      - button "Pause"
      - button "Start now"
      - button "That hurts"
      - button "Easier"
      - button "Skip exercise"
      - button "Stop"
  `)
  // The seconds of the ring count down in silence.
  expect(await heard(page)).toHaveLength(1)

  await runUntil(page, 'work')
  await page.clock.runFor(4000)
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - text: 0 of 2 done
      - status: Hold, and keep breathing.
      - button "Pause"
      - button "Set is done"
  `)
  await runUntil(page, /ready|after/)
  const side = await heard(page)
  // Two holds: when it starts, to hold, to ease off, the count, and the other side; nothing twice in a row, nothing by the second.
  expect(side.length, side.join(' | ')).toBeLessThanOrEqual(8)
  expect(side.filter((words, i) => words === side[i - 1])).toEqual([])
  expect(side.filter((words) => words === 'Hold, and keep breathing.')).toHaveLength(2)
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - heading "${stretch.name}" [level=1]
      - paragraph: /right side/
      - status: /right/
  `)

  await runUntil(page, 'after')
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - group "Repetitions done":
        - button "One fewer"
        - paragraph
        - button "One more"
      - group "Pain in this set":
        - radio "0, no pain"
        - radio "10, worst pain"
      - group "How hard was it?":
        - radio "0, no effort"
      - button "Harder next time, please"
      - status: Set done. How was it?
      - button "Continue"
  `)
  await page.locator('[data-control="next"]').click()
  await heard(page)
  await page.clock.runFor(10_000)
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - text: /Rest. \\d+ seconds left/
      - figure
      - paragraph: /Next/
      - status: /Rest for \\d+ seconds/
      - button "Rest is over"
      - button "30 s more rest"
  `)
  expect((await heard(page)).length, 'a rest is quiet').toBeLessThanOrEqual(1)

  await page.locator('[data-control="hurts"]').press('Enter')
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "What is it like?":
      - heading "What is it like?" [level=2]
      - paragraph: Everything waits. Choose what fits best.
      - button "A bit sore or tight"
      - button "Sharp, shooting or tingling"
      - button "Dizzy, sick, blurred sight or a new headache"
      - button "Chest pain, trouble breathing, feeling faint, or sudden severe pain"
      - button "Weak legs, numb between the legs, or a change in bladder or bowel"
      - button "It is fine, go back"
  `)
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-control="hurts"]'), 'the focus goes back to where it was').toBeFocused()
  await page.locator('[data-control="stop"]').click()
  await expect(main(page)).toMatchAriaSnapshot(`
    - main:
      - text: Before you go 1 of 4
      - 'progressbar "Progress: Before you go"'
      - heading "How strong is your pain now?" [level=1]
      - paragraph: Stopped. Thank you for looking after yourself.
      - group "How strong is your pain now?":
        - radio "0, no pain"
      - button "Continue"
      - button "I did not mean to stop. Go on with the session"
  `)
  await expect(page.getByRole('heading', { level: 1 }), 'a new page is begun at its heading').toBeFocused()
})
