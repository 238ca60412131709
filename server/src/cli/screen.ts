import { parseArgs } from 'node:util'
import { screen } from '@dorsal/care'
import { badInput, type Given, type Reply } from './reply.ts'
import { screenLines, textOfFile } from './screen-batch.ts'

const USAGE = 'Use: dorsal screen "<text>" [--lang en], or dorsal screen --batch FILE.jsonl'

/** `screen "<text>" [--lang en]`: the red-flag screen over one text; `screen --batch FILE.jsonl`: over each line of a file. */
export function screenCommand(args: string[], { content }: Pick<Given, 'content'>): Reply {
  let given: { positionals: string[]; values: { lang?: string; batch?: string } }
  try {
    given = parseArgs({
      args,
      allowPositionals: true,
      options: { lang: { type: 'string' }, batch: { type: 'string' } },
    })
  } catch (error) {
    return badInput(error instanceof Error ? error.message : USAGE, USAGE)
  }
  const [text, ...more] = given.positionals
  const { batch, lang } = given.values
  if (batch !== undefined)
    return text === undefined && lang === undefined
      ? screenBatch(batch, { content })
      : badInput('With --batch, texts and languages stand in the file.', USAGE)
  if (text === undefined || more.length > 0) return badInput('Give one text, in quotes.', USAGE)
  const { disposition, ask, rules, asks, spans } = screen(text, content.redFlags, lang ?? 'en')
  return { code: 0, out: { disposition, ask, rules, asks, spans }, messages: [] }
}

function screenBatch(file: string, { content }: Pick<Given, 'content'>): Reply {
  let jsonl: string
  try {
    jsonl = textOfFile(file)
  } catch (error) {
    return badInput(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
  const { answers, faults } = screenLines(jsonl, content.redFlags)
  return {
    code: faults.length > 0 ? 2 : 0,
    lines: answers,
    messages: faults.map((fault) => `${file}: ${fault}`),
  }
}
