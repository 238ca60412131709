import { plainWords, slipsBetween, slipsForgiven } from '../near.ts'
import { type CoverageEntry, MOST_FOUND } from './coverage.ts'

/**
 * How an entry fits what was typed. `same`: it, or one of its aliases, is what was typed, but for accents, capitals, signs and gaps.
 * `begins`: its name goes on after what was typed. `parts`: the words that were typed are in it, or all of its words were typed.
 * `slips`: the same with slips of the finger.
 */
export type CoverageFit = 'same' | 'begins' | 'parts' | 'slips'

/** `called`: the name or alias that fits. */
export type CoverageHit = { entry: CoverageEntry; called: string; fit: CoverageFit }

/**
 * What a search comes to. `listed`: exactly this is on the list, each with its own state. `perhaps`: something like it is; whoever asked
 * says which one they mean before anything is said of it. `not-listed`: nothing like it is.
 */
export type CoverageAnswer = { outcome: 'listed' | 'perhaps' | 'not-listed'; hits: CoverageHit[] }

/** Legal forms, which people leave out. */
const FORMS = new Set(
  'inc incorporated corp corporation co company llc llp ltd limited plc gmbh ag sa sas sl slu srl spa bv nv ltda lda eireli'.split(
    ' ',
  ),
)

const ORDER: readonly CoverageFit[] = ['same', 'begins', 'parts', 'slips']
/** A part of a name shorter than this is in too many others to be meant by itself. */
const PART_FROM = 3

const bare = (words: readonly string[]): readonly string[] => {
  const kept = words.filter((word) => !FORMS.has(word))
  return kept.length === 0 ? words : kept
}

const hasForm = (words: readonly string[]): boolean => bare(words).length < words.length

/** One with a legal form and one without are the same; with two different ones they may be two houses. */
const isSame = (asked: readonly string[], name: readonly string[]): boolean =>
  asked.join('') === name.join('') ||
  (hasForm(asked) !== hasForm(name) && bare(asked).join('') === bare(name).join(''))

type Rated = { fit: CoverageFit; slips: number }

/** How many slips it takes to find this word, or its beginning, among these; null: it is not there. */
function slipsOf(asked: string, names: readonly string[], begun: boolean): number | null {
  const forgiven = slipsForgiven(asked)
  const each = names.map((name) => {
    if (name === asked || (begun && name.startsWith(asked))) return 0
    const whole = slipsBetween(asked, name, forgiven)
    return begun ? Math.min(whole, slipsBetween(asked, name.slice(0, asked.length), forgiven)) : whole
  })
  const least = Math.min(...each)
  return least > forgiven ? null : least
}

/** Every one of these words is among those. */
function within(these: readonly string[], those: readonly string[], begun: boolean): number | null {
  let slips = 0
  for (const word of these) {
    const found = slipsOf(word, those, begun)
    if (found === null) return null
    slips += found
  }
  return slips
}

function rate(asked: readonly string[], name: readonly string[]): Rated | null {
  if (isSame(asked, name)) return { fit: 'same', slips: 0 }
  const [a, n] = [bare(asked), bare(name)]
  const whole = a.join('')
  if (whole.length < PART_FROM) return null
  if (n.join('').startsWith(whole)) return { fit: 'begins', slips: 0 }
  const longEnough = n.some((word) => word.length > PART_FROM)
  const joined = slipsBetween(whole, n.join(''), slipsForgiven(whole))
  const found = [
    within(a, n, true),
    longEnough ? within(n, a, false) : null,
    joined > slipsForgiven(whole) ? null : joined,
  ].filter((slips) => slips !== null)
  if (found.length === 0) return null
  const slips = Math.min(...found)
  return { fit: slips === 0 ? 'parts' : 'slips', slips }
}

/** The name or alias of an entry that fits best. */
function hitOf(asked: readonly string[], entry: CoverageEntry): (CoverageHit & Rated) | null {
  const each = [entry.name, ...entry.aliases].flatMap((called) => {
    const rated = rate(asked, plainWords(called))
    return rated === null ? [] : [{ entry, called, ...rated }]
  })
  return each.sort(better)[0] ?? null
}

const better = (a: CoverageHit & Rated, b: CoverageHit & Rated): number =>
  ORDER.indexOf(a.fit) - ORDER.indexOf(b.fit) ||
  a.slips - b.slips ||
  a.called.length - b.called.length ||
  (a.entry.name < b.entry.name ? -1 : Number(a.entry.name > b.entry.name))

/**
 * Looks for an employer or health plan on the clinic's list. That something is accepted is said of an entry alone that is what was typed;
 * whatever is only like it is asked about ("Did you mean …?"), so that nobody comes to a visit believing that it is paid for.
 * @param entries The clinic's list, in any order. An empty one lists nothing.
 * @param typed Whatever somebody typed. Without a letter or number in it nothing is looked for: `not-listed`.
 * @returns At most eight hits, best first: of those that are the same only, where there are any.
 */
export function searchCoverage(entries: readonly CoverageEntry[], typed: string): CoverageAnswer {
  const asked = plainWords(typed)
  if (asked.length === 0) return { outcome: 'not-listed', hits: [] }
  const found = entries.flatMap((entry) => hitOf(asked, entry) ?? []).sort(better)
  const same = found.filter(({ fit }) => fit === 'same')
  const hits = (same.length > 0 ? same : found)
    .slice(0, MOST_FOUND)
    .map(({ entry, called, fit }) => ({ entry, called, fit }))
  const outcome = same.length > 0 ? 'listed' : hits.length > 0 ? 'perhaps' : 'not-listed'
  return { outcome, hits }
}
