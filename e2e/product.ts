/**
 * What every journey starts from: the product running by itself, and a page on which nothing may go wrong unseen.
 * A console error, an uncaught error, a 5xx answer, a breach of the content security policy or a server that ends by itself
 * fails the test, unless the test says that it provokes it (`test.use({ expectedErrors: [/…/] })`).
 */
import { type BrowserContext, expect, test as base } from '@playwright/test'
import { type Product, startProduct } from './product-process.ts'

/** What went wrong on the pages of one test, and what the test says that it provokes. */
export type Problems = { seen: string[]; expected: readonly RegExp[] }

type PerTest = { expectedErrors: RegExp[]; problems: Problems }
type PerWorker = { settings: Record<string, string>; product: Product }

/** Chatter of the pose runtime's compiled part, which knows no other way to speak than the error stream. */
const CHATTER = [
  /^INFO: Created TensorFlow Lite/,
  /^[WI]\d{4} .*(gl_context|inference_feedback_manager|landmark_projection)/,
]

export const test = base.extend<PerTest, PerWorker>({
  /** Settings of the product for this file: `test.use({ settings: { DEMO: '0' } })`. */
  settings: [{}, { option: true, scope: 'worker' }],
  product: [
    async ({ settings }, use) => {
      const product = await startProduct(settings)
      await use(product)
      const endedAlone = product.log().includes('THE SERVER ENDED BY ITSELF')
      await product.remove()
      expect(endedAlone, 'the server must not end by itself').toBe(false)
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  expectedErrors: [[], { option: true }],
  problems: async ({ expectedErrors }, use) => use({ seen: [], expected: expectedErrors }),
  context: async ({ context, problems }, use) => {
    await watch(context, problems)
    await use(context)
    await letGo(context)
    expect(unexpected(problems), 'nothing may go wrong unseen on the page').toEqual([])
  },
})

export { expect }

/** What a page still asks for at the end of its test goes the plain way: an answer made up half-way is nobody's fault. */
export async function letGo(context: BrowserContext): Promise<void> {
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' })
}

/** Collects what goes wrong on every page of a context, also for contexts that a test makes by itself. */
export async function watch(context: BrowserContext, problems: Problems): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error')
      problems.seen.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => {
    const { name, message, stack = '' } = error.error()
    problems.seen.push(`uncaught: ${stack.includes(message) ? stack : `${name}: ${message} ${stack}`}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500)
      problems.seen.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (breach) => {
      console.error(`content security policy: ${breach.violatedDirective} ${breach.blockedURI}`)
    })
  })
}

export function unexpected(problems: Problems): string[] {
  const harmless = [...problems.expected, ...CHATTER]
  return problems.seen.filter(
    (problem) => !harmless.some((pattern) => pattern.test(problem.replace(/^console: /, ''))),
  )
}
