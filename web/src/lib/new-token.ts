import { base64UrlOf } from './base64.ts'

/** The secret of a new link: 256 random bits, written with letters that an address can hold. */
export const newToken = (random: Uint8Array = crypto.getRandomValues(new Uint8Array(32))): string =>
  base64UrlOf(random)
