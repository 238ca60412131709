import { REPLAY_AGREEMENT, ReplayAgreement } from '@dorsal/care'
import { useSyncExternalStore } from 'react'
import { i18n } from '../i18n.ts'

/** What the person said on this device about keeping their movement. `told`: the clinic's server knows it. */
export type Said = ReplayAgreement & { told: boolean }

const KEY = 'dorsal-replay'
const listeners = new Set<() => void>()
let current: Said | null | undefined

/** Reads what was stored; a yes to older words is none, and is asked for again. */
export function readSaid(text: string | null): Said | null {
  try {
    const stored: unknown = JSON.parse(text ?? 'null')
    const read = ReplayAgreement.safeParse(stored)
    if (!read.success || read.data.version !== REPLAY_AGREEMENT) return null
    return { ...read.data, told: (stored as { told?: unknown }).told === true }
  } catch {
    return null
  }
}

/** What stands on this device; null: nothing was ever said, and so nothing is kept. No health data: kept in local storage. */
export function saidHere(): Said | null {
  if (current !== undefined) return current
  try {
    current = readSaid(localStorage.getItem(KEY))
  } catch {
    current = null
  }
  return current
}

function store(said: Said): void {
  current = said
  try {
    localStorage.setItem(KEY, JSON.stringify(said))
  } catch {
    // Private windows may refuse: what was said holds for this page.
  }
  for (const listener of listeners) listener()
}

/** The person says yes or no. The clinic is told as soon as it can be reached. */
export const say = (agreed: boolean): void =>
  store({
    agreed,
    version: REPLAY_AGREEMENT,
    lang: i18n.locale,
    at: new Date().toISOString(),
    told: false,
  })

/** The clinic knows. What was said meanwhile stays untold. */
export function noteTold(said: Said): void {
  if (saidHere()?.at === said.at) store({ ...said, told: true })
}

/** The clinic has no yes, whatever this device believed: it was taken back elsewhere. */
export function noteTakenBack(): void {
  const said = saidHere()
  if (said !== null) store({ ...said, agreed: false, told: true })
}

/** Whether the movement of a set may be recorded at all. */
export const mayRecord = (): boolean => saidHere()?.agreed === true

/** What was said on this device, followed live. */
export function useSaid(): Said | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, saidHere)
}
