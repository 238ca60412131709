/**
 * How long the player takes to be ready: from "Use my camera" until the model is loaded and the camera's picture is read, and from
 * "Start the session" until the figure is drawn. What the person reads in between is theirs.
 */
import type { BrowserContext, Page } from '@playwright/test'
import { answerBefore } from '../../e2e/session-helpers.ts'

const PATIENCE = { timeout: 60_000 }

/** Runs in the page: the session that was begun before is not gone on with. */
async function forgetBegun(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(name ?? '')
      asked.addEventListener('success', () => resolve(asked.result))
      asked.addEventListener('error', () => reject(new Error('a database could not be opened')))
    })
    if (db.objectStoreNames.contains('draft')) {
      const change = db.transaction('draft', 'readwrite')
      change.objectStore('draft').clear()
      await new Promise((resolve) => change.addEventListener('complete', resolve))
    }
    db.close()
  }
}

async function toSetUp(page: Page): Promise<void> {
  await page.goto('/privacy')
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE)
  await page.evaluate(forgetBegun)
  await page.goto('/session')
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE)
  await answerBefore(page)
  await page.locator('[data-way="camera"]').waitFor(PATIENCE)
}

export type Ready = { camera: number; figure: number }

/** In milliseconds, once. */
export async function playerReady(context: BrowserContext): Promise<Ready> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 412, height: 823 })
  await toSetUp(page)
  const began = performance.now()
  await page.locator('[data-way="camera"]').click()
  await page.locator('[data-phase="set-up"][data-camera="on"]').waitFor(PATIENCE)
  const camera = performance.now() - began
  const start = page.getByRole('button', { name: 'Start the session' })
  const pressed = performance.now()
  await start.click()
  await page
    .locator('[data-figure] [data-drawn="yes"]')
    .first()
    .waitFor({ ...PATIENCE, state: 'attached' })
  const figure = performance.now() - pressed
  await page.close()
  return { camera, figure }
}
