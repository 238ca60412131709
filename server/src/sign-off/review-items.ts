import { type Content, reviewables, type Reviewable, reviewKey, signedPart } from '@dorsal/care'
import { LANGUAGES, loadContent } from '@dorsal/content'
import { hashOf } from '../ids.ts'

/** An item with the mark of exactly what is signed: itself in English and in every language in which it is given to people. */
export type ReviewItem = Reviewable & {
  key: string
  hash: string
  others: { lang: string; item: object }[]
}

export type ReviewItems = ReadonlyMap<string, ReviewItem>

const made = new WeakMap<Content, ReviewItems>()

/** The other languages of this content. Content that is not what the folder holds, as in a test, is there in English alone. */
function inOthers(content: Content, clinic: string | null): { lang: string; items: Map<string, object> }[] {
  return LANGUAGES.filter((lang) => lang !== 'en').flatMap((lang) => {
    const other = loadContent(lang, clinic)
    if (other.version !== content.version) return []
    return [{ lang, items: new Map(reviewables(other).map((one) => [reviewKey(one), signedPart(one.item)])) }]
  })
}

/**
 * Everything that a clinic reviews, by its key, made once of some content. A change of any word in any language, or of any number, is another
 * mark, and the signature is then of something that is no longer there.
 */
export function reviewItems(content: Content, clinic: string | null): ReviewItems {
  const known = made.get(content)
  if (known !== undefined) return known
  const languages = inOthers(content, clinic)
  const items = new Map(
    reviewables(content).map((one): [string, ReviewItem] => {
      const key = reviewKey(one)
      const others = languages.flatMap(({ lang, items: there }) => {
        const item = there.get(key)
        return item === undefined ? [] : [{ lang, item }]
      })
      return [key, { ...one, key, others, hash: hashOf([key, one.version, signedPart(one.item), others]) }]
    }),
  )
  made.set(content, items)
  return items
}
