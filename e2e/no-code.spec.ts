/** T19: names and words that people write stay words, on every page that shows them, whoever looks. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './product.ts'
import { meOf } from './session-helpers.ts'
import { clinicianAtDesk } from './steps/clinician.ts'
import { agreeAtOnce } from './steps/intake.ts'
import { sendSafeIntake, untilProposal } from './steps/reports.ts'

/** Each would tell of itself by `ran`, if it were taken for anything but words. */
const CODE = [
  '<img src=x onerror="ran=1">',
  '<script>ran=1</script>',
  '"><svg onload=ran=1>',
  "'-(ran=1)-'",
  '</title></textarea><iframe srcdoc="<script>parent.ran=1</script>">',
  '[a](javascript:ran=1) javascript:ran=1',
  '{{constructor.constructor("ran=1")()}}${ran=1}',
  '<a href="javascript:ran=1" autofocus onfocus=ran=1>',
]
/** Fits into the shortest field. */
const SHORT = '<img src=x onerror="ran=1">'
const LONG = CODE.join(' ')

test.use({
  reducedMotion: 'reduce',
  settings: { CLINIC_NAME: `Hill ${SHORT}</title><script>ran=1</script>` },
})

const put = async (page: Page, path: string, data: unknown): Promise<void> => {
  const reply = await page.request.put(path, { data })
  expect(reply.ok(), await reply.text()).toBe(true)
}

/** Opens a page that shows what was written: as words, and nothing ran. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // Also what is folded away is drawn.
  const unfolded = async () => {
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true
    })
    return page.locator('body').innerText()
  }
  await expect.poll(unfolded, path).toContain('ran=1')
  expect(await page.evaluate('typeof ran'), path).toBe('undefined')
  const odd = 'img[src="x"], iframe, [onerror], [onload], [onfocus], a[href^="javascript:"]'
  expect(await page.locator(odd).count(), path).toBe(0)
}

test('what people write is never run, on any page', async ({ page, browser, product, problems }) => {
  let asked = 0
  page.on('dialog', (dialog) => {
    asked += 1
    void dialog.dismiss()
  })
  await agreeAtOnce(page)
  await sendSafeIntake(page, { H13: [], H08: LONG })
  await untilProposal(page)
  const { patientId } = await meOf(page)
  await put(page, '/api/me/contact', { name: LONG.slice(0, 200), email: null, phone: SHORT })
  const message = randomUUID()
  const sent = { id: message, words: LONG, lang: 'en', answers: {} }
  await put(page, `/api/me/messages/${message}`, sent)
  const wish = randomUUID()
  await put(page, `/api/appointment-requests/${wish}`, {
    id: wish,
    contact: { name: SHORT, email: null, phone: SHORT },
    when: 'soonest',
    note: LONG,
  })
  const [share, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  const link = { id: share, kind: 'helper', token, shownName: SHORT, lasts: 'week', utcOffset: 0 }
  await put(page, `/api/me/shares/${share}`, link)
  const own = ['/', '/today', '/plan', '/messages', '/share', '/privacy', `/shared#${token}`]
  for (const path of own) await look(page, path)

  const desk = await clinicianAtDesk({ browser, product, problems })
  const answer = randomUUID()
  await put(desk, `/api/patients/${patientId}/messages/${answer}`, { id: answer, words: LONG })
  const record = `/clinician/patients/${patientId}`
  const theirs = ['/clinician', record, `${record}/notes`, '/clinician/account']
  for (const path of theirs) await look(desk, path)
  await look(page, '/messages')
  expect(asked, 'nothing opens a dialog').toBe(0)
  console.log(
    `trust T19 ${JSON.stringify({ texts: CODE.length, pages: own.length + theirs.length, ran: 0 })}`,
  )
})
