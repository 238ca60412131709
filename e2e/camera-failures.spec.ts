import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { CameraSource } from './camera-source.ts'
import { expect, openCamera, test } from './fake-camera.ts'

const OUTPUT = fileURLToPath(new URL('./output/', import.meta.url))

type Failure = {
  name: string
  says: string
  camera?: CameraSource
  /** Errors that the browser itself writes because of what is provoked. */
  errors?: RegExp
  provoke?: (page: Page) => Promise<unknown>
}

const MODEL = '**/*.task'

/** Runs in the page before the product: the answer that a browser gives for a camera it cannot give. */
const answerWith = (page: Page, name: string) =>
  page.addInitScript((error) => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('provoked', error)
    }
  }, name)

test.use({ settings: { DEMO: '0' } })

const FAILURES: Failure[] = [
  { name: 'refused', says: 'The camera is not allowed for this page.', camera: 'refused' },
  { name: 'absent', says: 'We found no camera on this device.', camera: 'absent' },
  {
    name: 'in use',
    says: 'Another program is using the camera.',
    provoke: (page) => answerWith(page, 'NotReadableError'),
  },
  {
    name: 'insecure address',
    says: 'The browser gives no camera to this address.',
    provoke: (page) =>
      page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false })),
  },
  {
    name: 'model not found',
    says: 'The part that reads movement could not be loaded.',
    errors: /404/,
    provoke: (page) => page.context().route(MODEL, (route) => route.fulfill({ status: 404, body: '' })),
  },
  {
    name: 'start page instead of the model',
    says: 'The part that reads movement could not be loaded.',
    provoke: (page) =>
      page
        .context()
        .route(MODEL, (route) =>
          route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Hello' }),
        ),
  },
  {
    name: 'wasm aborted',
    says: 'The part that reads movement did not start.',
    errors: /ERR_FAILED|wasm/i,
    provoke: (page) => page.context().route('**/*.wasm', (route) => route.abort()),
  },
  {
    name: 'browser without SIMD',
    says: 'This browser is too old to read movement.',
    provoke: (page) =>
      page.addInitScript(() => {
        WebAssembly.validate = () => false
      }),
  },
]

for (const { name, says, camera, errors, provoke } of FAILURES) {
  test.describe(name, () => {
    test.use({
      ...(camera ? { camera } : {}),
      ...(errors ? { expectedErrors: [errors] } : {}),
      viewport: { width: 390, height: 844 },
    })

    test('has its own plain message and a way to try again', async ({ page }) => {
      await provoke?.(page)
      await openCamera(page, 'squat')
      const alert = page.getByRole('alert')
      await expect(alert).toContainText(says)
      await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible()
      await page.screenshot({ path: path.join(OUTPUT, `camera-${name.replaceAll(' ', '-')}-390x844.png`) })
    })
  })
}
