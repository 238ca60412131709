/** Letters at once: an engine takes only so many arguments. */
const PART = 8192

/** Bytes as text that JSON holds. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PART)
    text += String.fromCharCode(...bytes.subarray(at, at + PART))
  return btoa(text)
}

/** The bytes of such a text. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (one) => one.charCodeAt(0))

/** Bytes as text that an address holds too: with other signs, and without what fills up its end. */
export const base64UrlOf = (bytes: Uint8Array): string =>
  base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

/** The bytes of such a text. */
export const bytesOfUrl = (text: string): Uint8Array<ArrayBuffer> =>
  bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'))
