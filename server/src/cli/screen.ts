import { parseArgs } from 'node:util'
import { screen } from '@dorsal/care'
import { badInput, type Given, type Reply } from './reply.ts'

const USAGE = 'Use: dorsal screen "<text>" [--lang en]'

/** `screen "<text>" [--lang en]`: the red-flag screen over one text. */
export function screenCommand(args: string[], { content }: Pick<Given, 'content'>): Reply {
  let given: { positionals: string[]; values: { lang?: string } }
  try {
    given = parseArgs({ args, allowPositionals: true, options: { lang: { type: 'string' } } })
  } catch (error) {
    return badInput(error instanceof Error ? error.message : USAGE, USAGE)
  }
  const [text, ...more] = given.positionals
  if (text === undefined || more.length > 0) return badInput('Give one text, in quotes.', USAGE)
  const { disposition, ask, rules, asks, spans } = screen(text, content.redFlags, given.values.lang ?? 'en')
  return { code: 0, out: { disposition, ask, rules, asks, spans }, messages: [] }
}
