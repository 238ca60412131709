/** Words that matter to the screen, as people mistype or as dictation mishears them. Only forms that are no other word. */
const MISSPELT: Readonly<Record<string, string>> = {
  chest: 'cheast chst chset cehst chets chesst',
  pain: 'pian paine payn painn',
  pressure: 'presure pressur preasure pressue',
  breathe: 'breethe breeth brethe breate breathee beathe',
  breathing: 'breething brething breathin beathing breahting',
  breath: 'breth breat breathh',
  numb: 'numbb nmub',
  numbness: 'numbnes numness numbess',
  weak: 'waek weakk',
  weakness: 'weaknes weekness waekness',
  bladder: 'blader bladdar bladdr',
  bowel: 'bowell bowle',
  urine: 'urin uirne',
  urinate: 'urinat urniate',
  fainted: 'faintd fainetd',
  tearing: 'tareing teering',
  ripping: 'riping rippin',
  suicidal: 'suicidle sucidal suicidel suisidal',
  suicide: 'suiside sucide suicid',
  fever: 'feaver fevr feverr fevor',
  temperature: 'temprature temperture tempreature',
  cancer: 'cancr canser cancar',
  tumour: 'tumer tumur',
  vomiting: 'vomitting vommiting',
  weight: 'wieght weigth',
  losing: 'loosing',
  dizzy: 'dizy dizzi',
  sudden: 'suden suddin',
  suddenly: 'suddenley sudenly suddently',
  severe: 'severre seveer',
  stomach: 'stomache stomch',
  squeezing: 'squeezin squezing',
  collapsed: 'colapsed collasped',
  accident: 'acident accidnet',
  legs: 'leggs lgs',
  heart: 'haert',
  attack: 'atack attak',
  groin: 'grion groyne',
  genitals: 'genitles gentials',
  paralysed: 'paralised',
  tingling: 'tingeling tinglin',
}

export const TYPOS: ReadonlyMap<string, string> = new Map(
  Object.entries(MISSPELT).flatMap(([word, forms]) =>
    forms.split(' ').map((form): [string, string] => [form, word]),
  ),
)

/** Contractions typed or dictated without their apostrophe. "cant" and "wont" are taken for what people mean. */
export const CONTRACTIONS: ReadonlyMap<string, string> = new Map(
  "can't don't doesn't didn't won't isn't aren't wasn't haven't hasn't couldn't i'm i've"
    .split(' ')
    .map((word) => [word.replace("'", ''), word]),
)
