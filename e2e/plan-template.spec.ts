import { mkdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible, expectNothingBeside } from './axe.ts'
import { expect, test, unexpected } from './product.ts'
import { meOf } from './session-helpers.ts'
import { DESKTOP, PHONE } from './steps/album.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agree } from './steps/intake.ts'
import { sendSafeIntake } from './steps/reports.ts'

test.use({ viewport: PHONE, reducedMotion: 'reduce' })

/** Pictures for whoever looks at the screens, where a folder is given. */
const ALBUM = process.env['DORSAL_ALBUM']
const NAME = 'Desk work, first weeks'

async function pictures(desk: Page, name: string): Promise<void> {
  if (!ALBUM) return
  mkdirSync(ALBUM, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await desk.emulateMedia({ colorScheme })
      await desk.setViewportSize({ width, height })
      await desk.screenshot({ path: `${ALBUM}/${name}-${colorScheme}-${width}.png`, fullPage: true })
    }
  await desk.emulateMedia({ colorScheme: null })
  await desk.setViewportSize(DESKTOP)
}

test('a programme is kept as a template, and for somebody with a shoulder that slips what is forbidden stays out and says why', async ({
  page,
  browser,
  product,
  problems,
}) => {
  await agree(page)
  await sendSafeIntake(page)
  const first = await meOf(page)
  const other = await browser.newContext({ baseURL: product.url, viewport: PHONE, locale: 'en-US' })
  const second = await other.newPage()
  await agree(second)
  const before = await sendSafeIntake(second, { RF66: 'yes' })
  const { patientId } = await meOf(second)
  const desk = await clinicianAtDesk({ browser, product, problems })
  await desk.setViewportSize(DESKTOP)
  const press = (key: string) => desk.keyboard.press(key)
  const type = (words: string) => desk.keyboard.type(words)
  const lines = desk.locator('[data-line]')
  const line = (id: string) => desk.locator(`[data-line="ex-${id}"]`)
  const kept = (id: string) => desk.locator(`[data-template-line="${id}"]`)

  await test.step('the programme of one plan is kept, by keyboard alone', async () => {
    await desk.goto(`/clinician/patients/${first.patientId}/plan`)
    await expect(lines.first()).toBeVisible()
    await desk.locator('[data-line] button').first().focus()
    for (let left = await lines.count(); left > 0; left -= 1) await press('Delete')
    await press('/')
    for (const words of ['wall angel', 'cat', 'bird dog', 'chin tuck']) {
      await type(words)
      await press('Enter')
    }
    await expect(lines.filter({ visible: true })).toHaveCount(4)
    await desk.getByText('Keep this programme as a template').focus()
    await press('Enter')
    await expect(desk.getByText(/exercises with their doses are kept/)).toBeVisible()
    await desk.getByLabel('Name', { exact: true }).focus()
    await type(NAME)
    await press('Tab')
    await type('Stiff after long sitting')
    await expectAccessible(desk, 'a programme being kept as a template')
    await pictures(desk, 'keep-template')
    await press('Tab')
    await press('Enter')
    await expect(desk.getByText(`✓ “${NAME}” is kept, version 1.`)).toBeVisible()
  })

  await test.step('for another person each of its lines is answered before anything changes', async () => {
    await desk.goto(`/clinician/patients/${patientId}/plan`)
    await expect(lines.first()).toBeVisible()
    const was = await lines.count()
    const choice = desk.getByRole('combobox', { name: 'Templates of the clinic' })
    await choice.focus()
    await type(NAME)
    await expect(kept('bird-dog')).toContainText('comes in')
    expect(await desk.locator('[data-template-line]').count()).toBeGreaterThanOrEqual(4)
    await expect(kept('wall-angel')).toHaveAttribute('data-as', 'out')
    await expect(kept('wall-angel')).toContainText('stays out')
    await expect(kept('wall-angel')).toContainText(/shoulder/i)
    await expect(lines).toHaveCount(was)
    await expectAccessible(desk, 'a template before it is applied')
    await expectNothingBeside(desk, 'a template before it is applied')
    await pictures(desk, 'template-before')
  })

  await test.step('taken in, it is a draft: the person’s plan is as it was, and undo takes all of it back', async () => {
    const had = await lines.allTextContents()
    const take = desk.getByRole('button', { name: 'Take it instead' })
    await take.focus()
    await press('Enter')
    await expect(line('bird-dog')).toBeVisible()
    await expect(line('wall-angel')).toHaveCount(0)
    await expect(kept('wall-angel')).toHaveAttribute('data-as', 'out')
    expect((await meOf(second)).plan).toEqual(before.plan)
    await desk.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(() => lines.allTextContents()).toEqual(had)
    await take.press('Enter')
    await expect(line('bird-dog')).toBeVisible()
  })

  await test.step('what stays out comes in by a clinician’s hand alone, and then asks for words', async () => {
    await desk.getByRole('button', { name: /^Put it in all the same.*Wall angel/i }).press('Enter')
    await expect(line('wall-angel')).toContainText('Why it may be done all the same')
    await desk.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(line('wall-angel')).toHaveCount(0)
    await pictures(desk, 'template-taken')
  })

  await test.step('saved, the plan says which version of which template it came from', async () => {
    await desk.locator('[data-line] button').first().focus()
    await press('Control+s')
    await type('Our programme for desk work.')
    await expect(desk.getByRole('button', { name: 'Save this plan' })).toBeEnabled()
    await press('Tab')
    await press('Enter')
    await expect(desk.getByText(/is saved. The patient has it now/)).toBeVisible()
    await expect(desk.getByText(`From the template “${NAME}” (1)`)).toBeVisible()
    const { plan } = await meOf(second)
    expect(plan?.templates?.map(({ name, version }) => [name, version])).toEqual([[NAME, 1]])
    expect(plan?.items.some(({ exerciseId }) => exerciseId === 'wall-angel')).toBe(false)
  })

  await test.step('on its page it is renamed, retired and brought back, each as a version', async () => {
    await desk.getByRole('link', { name: 'All templates' }).press('Enter')
    await desk.getByRole('button', { name: `Rename ${NAME}` }).press('Enter')
    const name = desk.getByLabel('Name', { exact: true })
    await name.fill('Desk work')
    await name.press('Enter')
    const card = desk.getByRole('article', { name: 'Desk work', exact: true })
    await expect(card.getByText('Versions (2)')).toBeVisible()
    await card.getByRole('button', { name: /^Retire/ }).press('Enter')
    await desk.getByText('Retired (1)').press('Enter')
    await card.getByText('Versions (3)').press('Enter')
    await expect(card.getByText(`“${NAME}”`)).toBeVisible()
    await expectAccessible(desk, 'the templates of the clinic')
    await expectNothingBeside(desk, 'the templates of the clinic')
    await pictures(desk, 'templates')
    await card.getByRole('button', { name: /^Bring back/ }).press('Enter')
    await expect(card.getByRole('button', { name: /^Retire/ })).toBeVisible()
  })
  expect(unexpected(problems)).toEqual([])
  await other.close()
  await desk.context().close()
})
