/** A link by mail: an address is given and confirmed by a press, and opens the same record on another device. */
import { readable, smtpServer } from '../server/src/mail/smtp-fixture.ts'
import { expect, test as base, watch } from './product.ts'
import { meOf } from './session-helpers.ts'
import { album } from './steps/album.ts'
import { agreeAtOnce } from './steps/intake.ts'

type Post = Awaited<ReturnType<typeof smtpServer>>

const test = base.extend<object, { post: Post }>({
  post: [
    async ({ browserName }, use) => {
      void browserName
      const post = await smtpServer()
      await use(post)
      await post.close()
    },
    { scope: 'worker' },
  ],
  settings: [
    async ({ post }, use) =>
      use({
        SMTP_URL: post.url,
        MAIL_FROM: 'noreply@clinic.example',
        PUBLIC_URL: 'http://127.0.0.1',
        CLINIC_NAME: 'Hill Street Clinic',
      }),
    { scope: 'worker' },
  ],
})
test.use({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', serviceWorkers: 'block' })

/** The address in the newest letter, as it is opened here. */
async function linkOf(post: Post, letters: number): Promise<string> {
  await expect.poll(() => post.received.length).toBe(letters)
  const text = readable(post.received.at(-1) ?? { to: '', data: '' }).text
  return /\/enter#\S+/.exec(text)?.[0] ?? ''
}

test('an address that was confirmed opens the record on another device, by a press', async ({
  page,
  context,
  browser,
  product,
  problems,
  post,
}) => {
  const look = album(page, { journey: 'mail', for: 'patient' })
  await agreeAtOnce(page)
  const { patientId } = await meOf(page)
  await page.goto('/devices')
  await page.getByRole('textbox', { name: 'E-mail' }).fill('sam@example.org')
  await look('address')
  await page.getByRole('button', { name: 'Send a link to confirm it' }).click()
  await expect(page.getByText('It waits to be confirmed')).toBeVisible()
  await look('address-waits')

  const back = await context.newPage()
  await back.goto(await linkOf(post, 1))
  await back.getByRole('button', { name: 'Yes, it is mine' }).click()
  await expect(back.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()

  const phone = await browser.newContext({ baseURL: product.url, viewport: { width: 360, height: 740 } })
  await watch(phone, problems)
  const asking = await phone.newPage()
  await asking.goto('/enter')
  await asking.getByRole('textbox', { name: 'E-mail that you gave here before' }).fill('sam@example.org')
  await asking.getByRole('button', { name: 'Send me a link' }).click()
  await expect(asking.getByText('a link is on its way')).toBeVisible()
  await album(asking, { journey: 'mail-phone', for: 'patient' })('asked')
  const link = await linkOf(post, 2)
  // What a filter does that looks at every link: it is not used up by that.
  for (let n = 0; n < 3; n += 1) expect((await phone.request.get(link)).ok()).toBe(true)
  const opening = await phone.newPage()
  await opening.goto(link)
  await opening.getByRole('button', { name: 'Yes, open it here' }).click()
  await expect(opening).toHaveURL(`${product.url}/`)
  expect((await meOf(opening)).patientId).toBe(patientId)
  await phone.close()

  await test.step('whoever likes a password better chooses one, and comes in by it on a third device', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'Choose a password' }).click()
    await page.getByLabel('New password').fill('four green bicycles sing')
    await look('password')
    await page.getByRole('button', { name: 'Keep this password' }).click()
    await expect(page.getByRole('button', { name: 'Remove the password' })).toBeVisible()
    const tablet = await browser.newContext({ baseURL: product.url, viewport: { width: 768, height: 1024 } })
    await watch(tablet, problems)
    const there = await tablet.newPage()
    await there.goto('/enter')
    await there.getByRole('button', { name: 'I chose a password' }).click()
    await there.getByLabel('Your e-mail').fill('sam@example.org')
    await there.getByLabel('Password').fill('four green bicycles sing')
    await album(there, { journey: 'mail-tablet', for: 'patient' })('password')
    await there.getByRole('button', { name: 'Open it with the password' }).click()
    await expect(there).toHaveURL(`${product.url}/`)
    expect((await meOf(there)).patientId).toBe(patientId)
    await tablet.close()
  })
})
