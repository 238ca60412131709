import { DOCUMENT_TYPES, type DocumentType } from './document.ts'

/** Letters of a name at most, without its ending. */
const LETTERS = 80
/** What steers a text without being seen: it could show another ending than the one that a file has. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Cs}]/gu
/** What means something to a file system or in a header. */
const RESERVED = /[<>:"|?*;%\\/]/g

/**
 * The name under which a document is kept and served: without folders, without letters that are not seen or that mean something to a
 * disk, at most 80 letters, and with the ending of what the file is by its content, whatever it was called. A name of which nothing is
 * left is `document`. Total; throws nothing.
 */
export function documentName(given: string, type: DocumentType): string {
  const bare = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const stem = bare.replace(UNSEEN, '').replace(/\.[^.]*$/, '')
  const clean = stem
    .replace(RESERVED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const name = Array.from(clean).slice(0, LETTERS).join('').trim()
  return `${name === '' ? 'document' : name}.${DOCUMENT_TYPES[type].ending}`
}
