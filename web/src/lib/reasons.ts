import { type Because, explain as explainIn, type Sayings } from '@dorsal/care'

let sayings: Sayings | undefined

/** From now on reasons are said in this language; null: in English. */
export function sayReasonsIn(next: Sayings | null): void {
  sayings = next ?? undefined
}

/** A reason of a rule in the language of the page. */
export function explain(because: Because): string {
  return explainIn(because, sayings)
}
