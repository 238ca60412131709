import { type Because, explain, NOTE_SENTENCES, type Sayings } from '@dorsal/care'

export const NOTE_LANGUAGES = ['en', 'es', 'pt'] as const
export type NoteLanguage = (typeof NOTE_LANGUAGES)[number]

const ENGLISH: Sayings = { lang: 'en', sentences: NOTE_SENTENCES, words: {} }

/** The sentences of notes in a language, fetched when a note is written in it. */
const SAYINGS: Readonly<Record<NoteLanguage, () => Promise<Sayings>>> = {
  en: async () => ENGLISH,
  es: async () => (await import('./words/es.ts')).NOTE_ES,
  pt: async () => (await import('./words/pt.ts')).NOTE_PT,
}

export const sayingsIn = (lang: NoteLanguage): Promise<Sayings> => SAYINGS[lang]()

/** A reason of the rules of notes, for the page itself. */
export const sayNote = (because: Because, sayings: Sayings = ENGLISH): string => explain(because, sayings)
