/** Somebody of a clinic that is no demonstration, in a browser of their own. */
import type { NewGenerator } from '@dorsal/care'
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { codeAt, stepAt } from '../../server/src/account/totp.ts'
import { fromBase32 } from '../../server/src/staff/sign-in-steps.ts'
import { type Problems, watch } from '../product.ts'
import type { Product } from '../product-process.ts'

const PASSWORD = 'three blind mice ran'

/** What an API answers to somebody who may. */
export async function ok<T>(
  api: APIRequestContext,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  data?: object,
): Promise<T> {
  const reply = await api.fetch(path, { method, ...(data && { data }) })
  expect(reply.ok(), await reply.text()).toBe(true)
  return (await reply.json()) as T
}

type Desk = { browser: Browser; product: Product; problems: Problems }

/** A browser in which somebody has just come in by a link of the clinic. */
export async function deskBy({ browser, product, problems }: Desk, link: object): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, locale: 'en-US', reducedMotion: 'reduce' })
  await watch(context, problems)
  const api = context.request
  await ok(api, 'POST', '/api/staff/links/take', { password: PASSWORD, ...link })
  const { secret } = await ok<NewGenerator>(api, 'POST', '/api/staff/sign-in/generator')
  await ok(api, 'POST', '/api/staff/sign-in/generator/code', {
    code: codeAt(fromBase32(secret), stepAt(new Date())),
  })
  // What the page of signing in leaves behind: that it is worth asking who is signed in.
  await context.addInitScript(() => {
    if (location.protocol !== 'about:') localStorage.setItem('dorsal-staff-signed-in', '1')
  })
  return context.newPage()
}

/** Somebody invited by another, in a browser of their own. */
export async function invited(
  desk: Desk,
  by: Page,
  whom: { name: string; email: string; role: string },
): Promise<Page> {
  const { token } = await ok<{ token: string }>(by.request, 'POST', '/api/staff/invitations', whom)
  return deskBy(desk, { token })
}

/** Whoever sets the clinic up, by the link that the product prints when it starts for the first time. */
export const firstAdmin = (desk: Desk): Promise<Page> =>
  deskBy(desk, {
    token: /\/clinician\/join#(\S+)/.exec(desk.product.log())?.[1] ?? '',
    name: 'Ada First',
    email: 'ada@clinic.example',
  })
