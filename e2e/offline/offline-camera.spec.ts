import { expect, finalCount, test } from '../fake-camera.ts'
import { play } from '../paced-film.ts'
import { openSession } from '../session-helpers.ts'
import { expectNoPicture } from './no-picture.ts'
import { CUT } from './proxied.ts'

test.use({
  camera: { paced: 'squat-oblique' },
  expectedErrors: [CUT],
  viewport: { width: 1280, height: 800 },
})

test('made ready, the camera counts with no server at all, and no picture is sent, stored or cached', async ({
  page,
  product,
  traffic,
}) => {
  await openSession(page)
  await page.goto('/privacy')
  const state = page.locator('[data-offline]')
  await expect(state).toHaveAttribute('data-offline', 'part')
  await expect(state).toContainText(/about 2\d MB/)
  await page.getByRole('button', { name: /^Make it ready for offline use/ }).click()
  await expect(state).toHaveAttribute('data-offline', 'whole')
  await product.kill()
  try {
    const before = traffic.sent.length
    await page.goto('/camera?exercise=squat&model=lite')
    await page.getByRole('button', { name: 'Turn the camera on' }).click()
    await expect(page.locator('[data-help]')).toHaveAttribute('data-help', 'in-view')
    await play(page, [1.4, 6])
    expect(await finalCount(page)).toBe(1)
    expect(traffic.sent.slice(before).filter(({ bytes, method }) => bytes > 0 || method !== 'GET')).toEqual(
      [],
    )
    await expectNoPicture(page, traffic, 2)
  } finally {
    await product.start()
  }
})
