/** The text of a program or data file, as far as making mutants of it needs to know it. */
import { stripTypeScriptTypes } from 'node:module'

/** From where to where something stands in a text. */
export type Span = { from: number; to: number }

/** A text in which strings, comments and regular expressions are blanked out, so that brackets and operators can be looked for. Same length. */
export function bare(text: string): string {
  return text.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/g,
    (found) => found.replace(/[^\n]/g, ' '),
  )
}

const OPEN = '([{'
const CLOSE = ')]}'

/** The elements between two brackets, the first of which stands at `open`; each without the comma that follows it. */
export function elements(code: string, open: number): Span[] {
  const found: Span[] = []
  let depth = 0
  let from = open + 1
  for (let i = open; i < code.length; i++) {
    const char = code[i] ?? ''
    if (OPEN.includes(char)) depth += 1
    if (CLOSE.includes(char)) depth -= 1
    const last = depth === 0
    if (last || (depth === 1 && char === ',')) {
      if (code.slice(from, i).trim() !== '') found.push({ from, to: i })
      from = i + 1
    }
    if (last) break
  }
  return found
}

/** The tables of a program: where the bracket of each list or record opens that a name in capitals stands for. */
export function tables(code: string): { name: string; open: number }[] {
  const found: { name: string; open: number }[] = []
  for (const start of code.matchAll(/^(?:export )?const ([A-Z][A-Z0-9_]*)\b/gm)) {
    const rest = code.slice(start.index)
    const end = rest.slice(1).search(/^(?:export|const|function|type|class|let)\b/m)
    const own = end < 0 ? rest : rest.slice(0, end + 1)
    const opens = /=\s*(?:\(|new \w+(?:<[^(]*>)?\(|\w+(?:\.\w+)?\()?\s*[[{]/.exec(own)
    if (opens !== null)
      found.push({ name: start[1] ?? '', open: start.index + opens.index + opens[0].length - 1 })
  }
  return found
}

/** The program without its types, or null when it is none: a change that is seen in neither is no mutant. */
export function running(text: string): string | null {
  try {
    return stripTypeScriptTypes(text)
  } catch {
    return null
  }
}

/** The line of a place in a text, from 1. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length
