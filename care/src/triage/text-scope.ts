/**
 * How a danger word is meant. `said`: now, of oneself. The others lower a danger to a question, never to silence for an
 * emergency. `idiom`: not about the body at all.
 */
export type Meaning = 'said' | 'denied' | 'past' | 'other' | 'feared' | 'exertion' | 'idiom'

const SENTENCE_END = /[.!?;\n]/
const TURN = /\b(?:but|however|although|though|yet|except|and now|and then|because|since)\b/g

const DENIAL =
  /\b(?:no|not|never|without|nor|neither|deny|denies|denied|(?:do|does|did|have|has|is|are|was)n'?t|won't|nothing like|free of|ruled out|negative for|absence of)\b/g
/** "no" and "not" that deny something else than the danger that follows. */
const NO_DENIAL =
  /\b(?:without (?:warning|reason|any reason|cause)|no (?:reason|warning|apparent|obvious|clear|relief|idea|doubt|change|matter|wonder|improvement|sleep|energy|better|longer|way|one|joke)|not (?:just|only|sure|sleeping|better|improving|going|helping|settling|well|good|ok|okay|right|normal|like)|don't (?:know|understand|sleep|feel (?:right|well|good))|doesn't (?:go|stop|help|feel right|ease)|won't (?:go|stop|ease)|never (?:stops|goes|ends|felt|had (?:this|such|it)))\b/g

const PAST =
  /\b(?:(?:years?|months?|decades?) (?:ago|back)|in (?:19|20)\d\d|last (?:year|spring|summer|autumn|fall|winter)|when i was|as a (?:child|kid|teen\w*|baby)|used to|previously|in the past|history of|long ago|all clear|in remission|back in|childhood|went away|has gone|is gone|no longer|once had)\b/
const PRESENT =
  /\b(?:now|today|still|again|tonight|currently|getting worse|this (?:morning|afternoon|evening|week)|at the moment|yesterday|suddenly|ever since|since then|keeps? (?:happening|coming))\b/

const RELATIVE =
  'mother|mom|mum|mam|father|dad|wife|husband|partner|girlfriend|boyfriend|friend|sister|brother|son|daughter|aunt|uncle|grand\\w+|nan|nana|neighbou?r|colleague|co-?worker|cousin|boss|dog|cat|kid|child|parents?|mate|teacher|in-law'
/** Those who tell a person something about that person ("she found a lump") are no other subject. */
const TELLS =
  '(?! (?:found|finds?|says?|said|thinks?|thought|told|tells|noticed|saw|sees|diagnosed|asked|asks|wants?|gave|drove))'
const SOMEBODY = new RegExp(
  `\\b(?:(?:my|his|her|their|our|a|an|your|the) (?:\\w+ )?(?:${RELATIVE})|he|she|somebody|someone|they(?= (?:have|had|are|were|both|all)))(?:'s)?\\b${TELLS}`,
  'g',
)
const ONESELF = /\b(?:i|i'm|i've|i'd|me|my|mine|myself)\b/

const FEAR =
  /\b(?:worr(?:y|ied|ies)|afraid|scared|fear|frightened|could (?:it|this) be|is (?:it|this)|might (?:be|have)|may be|maybe it's|what if|in case|wonder(?:ing)?|risk of|risk for|prevent\w*|avoid\w*|read about|googled|heard of|can (?:it|this|they) cause|if i (?:get|have|had|feel)|should i (?:get|have|feel)|not sure (?:if|whether)|symptoms? of|signs? of|stories about)\b/g
const REAL =
  /\b(?:i have|i've got|i've had|i get|i got|i feel|i'm having|i am having|having|because|my|started|woke)\b/

const EXERTION =
  /\b(?:after|from|during|doing) (?:\w+ ){0,3}(?:squats?|lunges?|leg day|work ?outs?|gym|run(?:ning)?|hike|hiking|exercises?|training|marathon|stairs|cycling|spin class|football|match|burpees|deadlifts?)\b|\bwhen(?:ever)? i (?:run|exercise|work out|train|climb|hike|play|cycle|jog)\b/
/** Only tired legs and breath are explained by sport, and only to a question. */
const EXPLAINED_BY_SPORT: ReadonlySet<string> = new Set(['leg_weakness', 'breath_effort'])

const IDIOMS: readonly RegExp[] = [
  /\b(?:pain|score|level|number|rating|it|which)(?: has| have)? fell (?:from|down|off)(?: (?:a|from|to|by))? ?\d/g,
  /\bfell (?:off|down) (?:the wagon|the rabbit hole|(?:my|the) (?:routine|schedule|programme?|plan|radar|diet))\b/g,
  /\bblack(?:ed)? out (?:the|my) (?:windows?|screen|curtains?|blinds?)\b/g,
  /\bsuicide (?:sprints?|drills?|runs?|squad|squeezes?)\b/g,
  /\b(?:hay|cabin|spring|gold|football|yellow|scarlet) fever\b|\bfever pitch\b/g,
  /\b(?:weight|fat) loss (?:program(?:me)?|plan|goals?|journey|diet|app|group|class)\b/g,
  /\b(?:trying|want|hoping|need|like|aim) to lose weight\b|\b(?:los(?:ing|t)|loss) weight (?:on purpose|with (?:a |my )?diet|by dieting)\b/g,
  /\bcancer (?:sign|zodiac|horoscope|charity|research|fundraiser|run|walk)\b/g,
  /\bblister\w* (?:on|from) (?:my |the )?(?:hands?|palms?|heels?|foot|feet|toes?|fingers?|shoes?|boots?|rowing|gloves?)\b/g,
  /\bbruised (?:ego|apple|fruit)\b/g,
  /\bcut myself (?:shaving|cooking|(?:on|with) (?:a |the )?(?:knife|paper|glass|tin|can))\b/g,
  /\bbeats? me (?:at|in|to|by)\b/g,
  /\bturn(?:ed|s|ing)? on the waterworks\b/g,
  /\b(?:want to|could) die (?:of|from|laughing)\b/g,
]

/** The sentence around a match, and within it the part since the last turn of thought. */
function around(text: string, start: number, end: number): { before: string; clause: string; after: string } {
  let from = start
  while (from > 0 && !SENTENCE_END.test(text[from - 1] ?? '')) from -= 1
  let until = end
  while (until < text.length && !SENTENCE_END.test(text[until] ?? '')) until += 1
  const before = text.slice(from, start)
  const turns = [...before.matchAll(TURN)]
  const last = turns.at(-1)
  const clause = last === undefined ? before : before.slice(last.index + last[0].length)
  return { before, clause, after: text.slice(end, until) }
}

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1)
}

/** Whether a "no" before the match reaches it: same clause, few words, and no comma between unless it is a list with "or". */
function denied(clause: string, after: string, tight: boolean): boolean {
  const masked = clause.replace(NO_DENIAL, (phrase) => '_'.repeat(phrase.length))
  const found = lastMatch(DENIAL, masked)
  if (found === undefined) return false
  const between = masked.slice(found.index + found[0].length)
  const words = between.split(' ').filter((word) => word !== '').length
  const list = /\bor\b|\bnor\b/.test(between + after)
  if (between.includes(',') && !list) return false
  return words <= (tight && !list ? 3 : 8)
}

function ofSomebodyElse(clause: string, match: string): boolean {
  const subject = lastMatch(SOMEBODY, clause)
  return subject !== undefined && !ONESELF.test(clause.slice(subject.index + subject[0].length) + match)
}

function feared(clause: string): boolean {
  const cue = lastMatch(FEAR, clause)
  return cue !== undefined && !REAL.test(clause.slice(cue.index + cue[0].length))
}

/**
 * What a match of a danger pattern means where it stands. `tight` asks for a close "no" (lower dangers are dropped when denied,
 * so the denial must be sure). English only.
 */
export function meaningOf(text: string, start: number, end: number, domain: string, tight: boolean): Meaning {
  for (const idiom of IDIOMS)
    for (const found of text.matchAll(idiom))
      if (found.index < end && start < found.index + found[0].length) return 'idiom'
  const { before, clause, after } = around(text, start, end)
  const match = text.slice(start, end)
  const tail = text.slice(end, end + 12)
  if (denied(clause, after, tight) || /^ ?[:?-] ?(?:no|none|nope|never|negative)\b/.test(tail))
    return 'denied'
  if (ofSomebodyElse(clause, match)) return 'other'
  const sentence = `${before}${match}${after}`
  if (PAST.test(sentence) && !PRESENT.test(sentence)) return 'past'
  if (feared(clause)) return 'feared'
  if (EXPLAINED_BY_SPORT.has(domain) && EXERTION.test(sentence)) return 'exertion'
  return 'said'
}
