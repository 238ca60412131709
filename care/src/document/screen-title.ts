import { type Screened, screenMessage } from '../message/screen-message.ts'
import type { RedFlagTable } from '../triage/red-flag.ts'
import type { DocumentSent } from './document.ts'

/**
 * The screen of what a person wrote about their document: the same as of a message, read by itself. The name of the file is no words of
 * theirs and is not read. Total and deterministic.
 */
export const screenTitle = (
  { title, lang, answers }: Pick<DocumentSent, 'title' | 'lang' | 'answers'>,
  table: RedFlagTable,
  version: string,
): Screened => screenMessage({ words: title, lang, answers }, table, version)
