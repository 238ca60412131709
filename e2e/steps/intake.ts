/** The way of a person through consent and intake, by what a screen reader would tell them. */
import { loadContent, patientContent } from '@dorsal/content'
import type { Question } from '@dorsal/care'
import { expect, type Page } from '@playwright/test'

const { questions, redFlags } = patientContent(loadContent())

/** Answers by the name of the screen (`RF02`, `H03`, `born`); lists for choices of many. "No" and empty where nothing is said. */
export type Given = Readonly<Record<string, string | number | readonly string[]>>

/** Somebody with a desk job and nothing to warn of. Made up. */
export const SAFE: Given = {
  born: '1981',
  sex: 'Female',
  pain: '4',
  H01: '6-12 weeks',
  H02: 'after long sitting or screen work',
  H03: ['between blades'],
  H04: ['ache', 'tight'],
  H05: ['sitting', 'desk or laptop'],
  H06: ['walking or moving'],
  H07: 'builds up to evening',
  H09: ['nothing yet'],
  H13: ['evening_fatigue'],
  B01: 8,
  B02: 120,
  B03: 'laptop flat',
  B04: 1,
  B05: 2,
  B09: 2,
  B11: 4,
  goals: 'Sit through a film',
  'H14.days': 5,
  'H14.minutes': 5,
  'H14.equipment': ['chair', 'wall'],
  'H14.positions': ['seated', 'standing', 'back'],
  'H14.camera': 'no',
}

/** Opens the address, reads what must be read, agrees. */
export async function agree(page: Page, look?: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('upper and middle back')
  await look?.('home')
  await page.getByRole('link', { name: 'Start now', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Before you begin' })).toBeVisible()
  await look?.('consent')
  await page.getByRole('button', { name: 'I have read this and agree' }).click()
  await expect(page).toHaveURL(/\/intake\?q=born/)
}

/** The same from the page of consent on: where what comes before is told elsewhere. */
export async function agreeAtOnce(page: Page): Promise<void> {
  await page.goto('/start')
  await page.getByRole('button', { name: 'I have read this and agree' }).click()
  await expect(page).toHaveURL(/\/intake/)
}

/** The name of the screen that is open: a question's, never an answer. */
export const screenOf = (page: Page): string => new URL(page.url()).searchParams.get('q') ?? ''

/** The screen that is drawn, not only addressed. */
async function placeOf(page: Page): Promise<string> {
  const { pathname } = new URL(page.url())
  if (pathname !== '/intake') return pathname
  const bar = await page.evaluate(() => document.querySelector('progress[aria-label^="Progress"]')?.outerHTML)
  return bar ?? pathname
}

type Walk = {
  given?: Given
  /** Stops before answering this screen. */
  until?: string
  look?: ((name: string) => Promise<void>) | undefined
}

/** From the screen that is open to the end of the intake, or to wherever an answer leads instead. */
export async function walkIntake(page: Page, { given = {}, until, look }: Walk = {}): Promise<void> {
  const answers = { ...SAFE, ...given }
  for (let guard = 0; guard < 150; guard += 1) {
    await page.waitForURL((url) => url.pathname !== '/intake' || url.searchParams.has('q'))
    if (new URL(page.url()).pathname !== '/intake') return
    const name = screenOf(page)
    if (name === until) return
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look?.(name.replaceAll('.', '-'))
    const at = await placeOf(page)
    await answerScreen(page, name, answers)
    await expect.poll(() => placeOf(page), { intervals: [20, 50, 100] }).not.toBe(at)
  }
  throw new Error('The intake has no end')
}

export const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true })

/** Answers the one screen that is open and goes on. */
export async function answerScreen(page: Page, name: string, answers: Given): Promise<void> {
  const item = name.split('.').at(-1) ?? ''
  if (/^RF\d/.test(item)) {
    const answer = answers[name] ?? answers[item] ?? 'No'
    return page.getByRole('button', { name: String(answer), exact: true }).click()
  }
  if (name === 'born')
    await page.getByRole('textbox', { name: 'Year of birth' }).fill(String(answers['born']))
  else if (name === 'sex')
    await page.getByRole('radio', { name: String(answers['sex']), exact: true }).check()
  else if (name === 'scales') await answerScales(page, String(answers['pain']))
  else if (name === 'goals') {
    await page.getByRole('textbox', { name: 'Activity 1' }).fill(String(answers['goals']))
    await page.getByRole('radio', { name: '5', exact: true }).check({ force: true })
  } else if (/^G\d/.test(name)) await answerGate(page, name, answers)
  else for (const question of await questionsOn(page, name)) await answerQuestion(page, question, answers)
  await next(page).click()
}

async function answerScales(page: Page, pain: string): Promise<void> {
  for (const row of await page.getByRole('group').all())
    await row.getByRole('radio', { name: pain, exact: true }).check({ force: true })
}

async function answerGate(page: Page, name: string, answers: Given): Promise<void> {
  const gate = redFlags.gates.find(({ id }) => id === name)
  const values = answers[name] ?? ['none']
  for (const { label } of gate?.options.filter(({ value }) => [values].flat().includes(value)) ?? [])
    await page.getByRole('checkbox', { name: label, exact: true }).check()
}

/** The questions of the screen: the one it is named after, or several numbers together. */
async function questionsOn(page: Page, name: string): Promise<Question[]> {
  const first = questions.find(({ id }) => id === name)
  if (!first) throw new Error(`There is no question ${name}`)
  if (first.type !== 'number') return [first]
  const words = await page.locator('main').evaluate((main) => main.textContent)
  return questions.filter(({ type, text }) => type === 'number' && words.includes(text))
}

async function answerQuestion(page: Page, question: Question, answers: Given): Promise<void> {
  const value = answers[question.id]
  if (value === undefined) return
  const labels = question.options
    .filter((option) => [value].flat().includes(option.value))
    .map((o) => o.label)
  switch (question.type) {
    case 'choice':
    case 'multi':
    case 'bodymap': {
      const role = question.type === 'choice' ? 'radio' : 'checkbox'
      expect(labels.length, `${question.id} has the answer ${String(value)}`).toBeGreaterThan(0)
      for (const label of labels) {
        const rows = page.locator('fieldset').getByRole(role, { name: label })
        await rows.first().check()
      }
      return
    }
    case 'number': {
      const scale = page.getByRole('group', { name: question.text })
      if (question.min === 0 && question.max === 10)
        return scale.getByRole('radio').nth(Number(value)).check({ force: true })
      return page.getByRole('textbox', { name: question.text }).fill(String(value))
    }
    case 'text':
      return page.getByRole('textbox').fill(String(value))
  }
}

/** The movement check by the person's own judgement, each test the same. */
export async function checkBySelf(page: Page, look?: (name: string) => Promise<void>): Promise<void> {
  const tests = patientContent(loadContent()).movementTests
  for (const [index, test] of tests.entries()) {
    await expect(page.getByRole('heading', { level: 1, name: test.name })).toBeVisible()
    await look?.(`check-${test.id}`)
    await page.getByRole('button', { name: 'Judge it myself' }).click()
    for (const side of ['To your left', 'To your right'])
      await page
        .getByRole('group', { name: side })
        .getByRole('radio')
        .nth(index === 0 ? 1 : 0)
        .check()
    await page
      .getByRole('group', { name: 'How much did this movement hurt?' })
      .getByRole('radio')
      .nth(3)
      .check({ force: true })
    if (index === 0) await look?.('check-own-judgement')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
  }
  await expect(page.getByRole('heading', { level: 1, name: 'A little more, if you like' })).toBeVisible()
  await look?.('check-more')
  await page.getByRole('button', { name: 'Go on' }).click()
  await oneByHand(page, look)
  await page.getByRole('button', { name: 'Enough for today' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your movement check' })).toBeVisible()
  await look?.('check-done')
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Two of the further tests: seconds that the person counted, and one that is done alone. */
async function oneByHand(page: Page, look?: (name: string) => Promise<void>): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Shoulder-blade squeeze hold' })).toBeVisible()
  await page.getByRole('button', { name: 'Judge it myself' }).click()
  await page.getByRole('textbox', { name: 'How many seconds?' }).fill('12')
  await page
    .getByRole('group', { name: 'How much did this movement hurt?' })
    .getByRole('radio')
    .nth(1)
    .check({ force: true })
  await look?.('check-counted')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Length of the chest muscles' })).toBeVisible()
  await page.reload()
  await page.getByRole('radio', { name: 'It was limited' }).check()
  await page.getByRole('radio', { name: 'Both', exact: true }).check()
  await look?.('check-alone')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
}

/** Sends what was answered. */
export async function send(page: Page, look?: (name: string) => Promise<void>): Promise<void> {
  const button = page.getByRole('button', { name: /^Send and/ })
  await expect(button).toBeVisible()
  await look?.('send')
  await button.click()
}
