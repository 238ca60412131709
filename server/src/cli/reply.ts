import type { Content } from '@dorsal/care'

/** What a command answers: JSON for stdout (none on bad input; `lines`: one a line), plain messages for stderr, 0, 1 where what was checked is not well, 2 on bad input. */
export type Reply = { code: 0 | 1 | 2; out?: unknown; lines?: readonly unknown[]; messages: string[] }

/** What a command over the rules needs. */
export type Given = { content: Content; now: string }

export function badInput(...messages: string[]): Reply {
  return { code: 2, messages }
}
