import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** What a request tells of the browser behind it, and under which address it was reached. */
export type Browser = { words: string; origin: string; host: string }

type Row = readonly [pattern: RegExp, name: string]

/** The first that fits counts: most browsers also name others that they resemble. */
const BROWSERS: readonly Row[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly Row[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bWindows\b/, 'Windows'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (rows: readonly Row[], text: string): string | undefined =>
  rows.find(([pattern]) => pattern.test(text))?.[1]

/** A browser in words that its owner knows it by; no version, so that it is no fingerprint. */
export function browserWords(agent: string): string {
  return [nameIn(BROWSERS, agent), nameIn(SYSTEMS, agent)].filter((part) => part !== undefined).join(' · ')
}

/** The address by which this request came: the public one, else the loopback name, which was checked before. */
export function browserOf(config: Config, request: FastifyRequest): Browser {
  const origin = config.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`
  const host = URL.parse(origin)?.hostname ?? 'localhost'
  return { words: browserWords(request.headers['user-agent'] ?? ''), origin, host }
}
