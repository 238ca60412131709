/** What was said before a text: the person's words, or (`asked`) a question put to the person. */
export type Turn = { text: string; asked: boolean }

const ASKER =
  /^\s*(?:q|question|app|bot|assistant|system|clinician|therapist|physio|coach|doctor|nurse|dorsal|pregunta|pergunta|p)\s*[:>]\s*/i
const PERSON = /^\s*(?:a|answer|me|patient|user|paciente|yo|eu|usuario|r)\s*[:>]\s*/i

/** A turn as it was handed in; a prefix such as "Q:" says that it was a question to the person. */
export function turnOf(given: string): Turn {
  return ASKER.test(given)
    ? { text: given.replace(ASKER, ''), asked: true }
    : { text: given.replace(PERSON, ''), asked: false }
}

const NO =
  /^\W*(?:no|nope|nah|never|not|none|neither|nothing|i wish|of course not|nunca|ninguno|ninguna|nada|qu[eé] va|ojal[aá]|para nada|jam[aá]s|tampoco|n[aã]o|nem|nenhum|nenhuma|que nada|quem me dera|de jeito nenhum|claro que no|claro que n[aã]o)\b/i
const YES =
  /^\W*(?:yes|yeah|yep|yup|aye|sure|definitely|a bit|a little|sometimes|often|kind of|sort of|i do|i am|i have|i think so|maybe|perhaps|possibly|s[ií]|claro|un poco|a veces|creo que s[ií]|sim|um pouco|[aà]s vezes|acho que sim|tenho|tengo|puede|talvez)(?![a-z])/i

/** Questions after what works ("do you feel…?"): there a "no" is the danger. Each with what a "no" to it says. */
const ABLE: readonly [RegExp, string][] = [
  [/\b(?:do|can) you (?:still |normally )?(?:feel|notice)\b/gi, "i don't feel"],
  [/\b(?:can|could|are) you (?:still |able to )*/gi, "i can't "],
  [/\bdo you know\b/gi, "i don't know"],
  [/\bdo you (?:still )?want to (?=live|go on|be here|carry on)/gi, "i don't want to "],
  [/\bare you (?:feeling )?safe\b/gi, 'i am not safe'],
  [/(?:¿\s*)?\b(?:quiere|quieres) (?:seguir|vivir)/gi, 'no quiero vivir'],
  [/(?:¿\s*)?\b(?:est[aá]s?) (?:a salvo|segur[oa])\b/gi, 'no estoy a salvo'],
  [/\b(?:voc[eê] )?quer(?:es)? (?:continuar|viver)/gi, 'não quero viver'],
  [/\b(?:voc[eê] )?est[aá]s? (?:em seguran[cç]a|segur[oa])\b/gi, 'não estou segura'],
  [/(?:¿\s*)?\b(?:siente|sientes|nota|notas)\b/gi, 'no siento'],
  [/(?:¿\s*)?\b(?:puede|puedes|logra|logras|consigue|consigues)\b/gi, 'no puedo'],
  [/\b(?:voc[eê] )?(?:sente|percebe|nota)\b/gi, 'não sinto'],
  [/\b(?:voc[eê] )?(?:consegue|pode)\b/gi, 'não consigo'],
]
/** Such a question is after a danger all the same when it names one. */
const DANGER_ASKED =
  /\b(?:pain|numb|tingl|weak|pressure|dizz|dolor|hormigueo|debilidad|presi[oó]n|dor|formigamento|fraqueza|press[aã]o|dorm[eê]ncia|adormec)\w*/i

/** Who does not want to say leaves the question open, and open counts as asked. */
const EVADED =
  /\b(?:(?:rather|prefer) not|not (?:going|gonna|want) to (?:say|answer|talk)|(?:skip|pass|leave) (?:on )?(?:that|this|it|blank)|leave (?:that|this|it) (?:blank|open|empty)|next question|no comment|can't say|don't want to (?:say|answer|talk)|prefiero (?:no|salt|dej)|no (?:quiero|voy a) (?:contestar|responder|decir|hablar)|me (?:lo|la) salto|(?:la|lo|esta|esa|eso) (?:dejo|salto)|dej[oa]\w* en blanco|sin comentarios|siguiente pregunta|prefiro n[aã]o|n[aã]o (?:quero|vou) (?:responder|dizer|falar)|deixo em branco|deixa em branco|salto (?:esta|essa)|pul[ao] (?:esta|essa)|sem coment[aá]rios|olvide eso|forget it|esquece|shouldn't have said)/i

const SHORT = 6
const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length
const open = (text: string): string => text.replace(/[.!?…\s]+$/u, '')

function answered(question: string, answer: string): string {
  if (EVADED.test(answer)) return `i have ${open(question).replace(/[?¿]/g, ',')}, maybe, ${answer}`
  const asked = open(question)
    .replace(/[?¿]/g, ',')
    .replace(/\byour\b/gi, 'my')
    .replace(/(?<!\b(?:do|can|could|are|have) )\byou\b/gi, 'i')
  if (NO.test(answer)) {
    const able = ABLE.find(([pattern]) => asked.search(pattern) >= 0)
    if (able === undefined || DANGER_ASKED.test(question)) return answer
    return `${asked.replace(able[0], able[1])}. ${answer.replace(NO, '')}`
  }
  return YES.test(answer) ? `i have ${asked}, ${answer.replace(YES, '')}` : `${asked}, ${answer}`
}

/**
 * A conversation as one text. A question is read with its answer: a "yes" says what was asked, a "no" leaves it out (or, where the
 * question was after what works, says that it does not), anything else stands beside it. Short messages in a row are read as one.
 */
export function conversation(turns: readonly string[], text: string): string {
  let out = ''
  let question: string | null = null
  for (const turn of [...turns, text].map(turnOf)) {
    if (turn.asked) {
      question = question === null ? turn.text : `${question} ${turn.text}`
      continue
    }
    const said = question === null ? turn.text : answered(question, turn.text)
    question = null
    const last = out.slice(out.lastIndexOf('\n') + 1)
    const near = out !== '' && (words(last) <= SHORT || words(turn.text) <= SHORT)
    out = out === '' ? said : near ? `${open(out)}, ${said}` : `${out}\n${said}`
  }
  return question === null ? out : `${out}\n${question}`
}
