import { type Language, languageNow } from '../../lib/language.ts'

/** Where the open pages of education begin in each language. They are made by the server and work without this app. */
const FOLDERS: Readonly<Record<Language, string>> = { en: '/learn', es: '/es/aprender', pt: '/pt/aprender' }

/** The contents of the open pages in the language of the page. */
export const learnAddress = (): string => FOLDERS[languageNow()]
