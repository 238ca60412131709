/**
 * The forms of a verb in English, Spanish and Portuguese, so that a list names a verb once (`~sentir`) and every person, time and pronoun
 * that hangs on it is found. Forms are without accents, as the evened text has them. More forms than the language has do no harm.
 */
const ENGLISH: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'feel felt|lose lost|give gave given|go went gone|get got gotten|come came|fall fell fallen|hold held|stand stood|lie lay lain laid lying|' +
    'sit sat|wet wetted|wake woke woken|break broke broken|bring brought|throw threw thrown|tear tore torn|rip ripped|drag dragged|' +
    'drop dropped|slip slipped|trip tripped|hit hitting|run ran|begin began begun|take took taken|leave left|find found|know knew known|' +
    'say said|see saw seen|think thought|sleep slept|eat ate eaten|drink drank|swing swung|fly flew flown|drive drove driven|' +
    'ride rode ridden|shake shook shaken|write wrote written|speak spoke spoken|put putting|cut cutting|let letting|quit quitting|' +
    'stick stuck|hang hung|swell swelled swollen|burst|split splitting|shit shat|grip gripped|stop stopped|pee peed|poo pooed|' +
    'pop popped|buckle|collapse|crash|make made|keep kept|bend bent|catch caught|cry cried|carry carried|die died dying|tie tied tying|' +
    'end|vanish|disappear|chop chopped|step stepped|sink sank sunk|rise rose risen|climb|creep crept|spread|hurt|sweat|spit spat|' +
    'breathe|choke|squeeze|press|crush|tighten|clamp clamped|grab grabbed|cough|hock|fold|pack|refuse|wipe|notice|sense|land|slide slid|' +
    'tumble|kick|knock|push|shove|smash|roll|wear wore worn|become became|do did done|have had|be was were been|want wanted'
  )
    .split('|')
    .map((entry) => [entry.split(' ')[0] ?? '', entry]),
)

function english(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
  const soft = verb.endsWith('y') ? [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`] : []
  const last = verb.at(-1) ?? ''
  const twice = /[^aeiou][aeiou][bdglmnprt]$/.test(verb) ? [`${verb}${last}ing`, `${verb}${last}ed`] : []
  const own = (ENGLISH[verb] ?? verb).split(' ')
  return [...own, ...soft, ...twice, `${verb}s`, `${verb}es`, `${stem}ing`, `${stem}in`, `${stem}ed`]
}

/** Stems that change, and whole forms (with `=`), of the verbs that the lists name. */
const STEMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: {
    sentir: 'sient sint',
    perder: 'pierd',
    poder: 'pued pud',
    querer: 'quier quis',
    dormir: 'duerm durm',
    morir: 'muer mur =muerto =muerta',
    despertar: 'despiert',
    cerrar: 'cierr',
    apretar: 'apriet',
    sentar: 'sient',
    salir: 'salg',
    caer: 'caig cay =cai =caiste =caimos =caido =caida',
    hacer: 'hag hic hiz =hizo =hecho =haria',
    tener: 'teng tien tuv =tendria',
    venir: 'veng vien vin =vendria',
    poner: 'pong pus =puesto =puesta',
    decir: 'dig dij =dice =dicho',
    ir: '=voy =vas =va =vamos =van =iba =iban =fui =fue =fuimos =fueron =yendo =ido =vaya =vayan =fuera =ir =iria',
    dar: '=doy =das =dan =di =dio =dieron =dando =dado =dar =daba =daban',
    ver: '=veo =ve =ves =ven =vi =vio =viendo =visto =ver =veia',
    romper: '=roto =rota =rotos',
    soltar: 'suelt',
    colgar: 'cuelg colgu',
    doblar: '',
    morder: 'muerd',
    mover: 'muev',
    torcer: 'tuerc tuerz',
    tropezar: 'tropiez tropec',
    sostener: 'sosteng sostien sostuv',
    contener: 'conteng contien contuv',
    mantener: 'manteng mantien mantuv',
    responder: '',
    obedecer: 'obedezc',
    adormecer: 'adormezc',
    desaparecer: 'desaparezc',
    acabar: '',
    tirar: '',
    pegar: 'pegu',
    cagar: 'cagu',
    ahogar: 'ahogu',
    llegar: 'llegu',
    apagar: 'apagu',
    agarrar: '',
    empezar: 'empiez empec',
    arrancar: 'arranqu',
    aplastar: '',
    contar: 'cuent',
    volar: 'vuel',
    rodar: 'rued',
    subir: '',
    seguir: 'sig sigu',
    vivir: '',
    acostar: 'acuest',
    encontrar: 'encuentr',
    vestir: 'vist',
    oir: '=oigo =oye =oi',
    ser: '=soy =es =son =era =fue =sea =siendo =sido =ser',
    estar: '=estoy =esta =estan =estaba =estuve =estuvo =este =estar =estado',
    herir: 'hier hir',
    chocar: 'choqu',
    despedir: 'despid',
    rajar: '',
    derretir: 'derrit',
    rendir: 'rind',
    tronar: 'truen',
    gemir: 'gim',
    forzar: 'fuerz',
    costar: 'cuest',
    probar: 'prueb',
    sonar: 'suen',
    embestir: 'embist',
    reir: '=rio =rie =reia =reir =riendo',
    pensar: 'piens',
    sangrar: '',
    temblar: 'tiembl',
    renir: '',
    rodear: '',
  },
  pt: {
    sentir: 'sint',
    perder: 'perc',
    poder: 'poss pud =pode =podia =posso',
    querer: 'quis quer queir =quer =quero',
    dormir: 'durm',
    conseguir: 'consig consigu',
    sair: '=sai =saiu =saem =saindo =saia =sair =saido =saiam =sairam =saio =saisse',
    cair: '=cai =caiu =caem =caindo =caia =cair =caido =cairam =caio =caida',
    fazer: 'fac fiz =faz =fez =feito =fazem =fazendo =fazia =faria',
    ter: '=tenho =tem =tinha =tive =teve =tendo =ter =tido',
    vir: '=venho =vem =veio =vinha =vindo =vir =vim',
    por: '=ponho =poe =pus =pos =posto =por',
    dizer: 'dig diss =diz =disse =dito',
    ir: '=vou =vai =vamos =vao =ia =iam =fui =foi =foram =indo =ido =ir =va',
    dar: '=dou =dao =dei =deu =deram =dando =dado =dar =dava',
    ver: '=vejo =ve =vi =viu =vendo =visto =ver =via',
    perceber: '',
    notar: '',
    aguentar: '',
    segurar: '',
    obedecer: 'obedec',
    adormecer: 'adormec',
    desaparecer: 'desaparec',
    acabar: '',
    apertar: '',
    sumir: 'some som',
    subir: 'sob',
    abrir: '=aberto =aberta',
    rasgar: 'rasgu',
    rachar: '',
    cagar: 'cagu',
    acordar: '',
    ser: '=sou =e =sao =era =foi =seja =sendo =sido =ser',
    estar: '=estou =to =esta =ta =estao =estava =tava =estive =estar =estado',
    seguir: 'sig',
    ficar: 'fiqu',
    tocar: 'toqu',
    chegar: 'chegu',
    pegar: 'pegu',
    vestir: 'vist',
    afogar: 'afogu',
    apagar: 'apagu',
    largar: 'largu',
    escorregar: 'escorregu',
    viver: '',
    morrer: '=morto =morta',
    ferir: 'fir',
    despedir: 'despec',
  },
}

const endings = (list: string): string[] => list.split(' ').map((ending) => (ending === '-' ? '' : ending))
const ENDINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  es: {
    ar: endings(
      'o as a amos ais an e aste asteis aron aba abas abamos aban es emos en ara aras aran ase asen ando ado ada ados adas ar are aremos aran aria arian',
    ),
    er: endings(
      'o es e emos eis en i is iste io imos ieron eron ia ias iamos ian a as amos an iera ieras ieran era eran iese iendo yendo yo ido ida idos idas er ere era eran eria erian',
    ),
    ir: endings(
      'o es e imos en i is iste io ieron ia ias iamos ian a as amos an iera ieras ieran iese iendo ido ida idos idas ir ire ira iran iria irian',
    ),
  },
  pt: {
    ar: endings(
      'o as a amos ais am ei aste ou aram ava avas avamos avam e es emos em asse assem ando ado ada ados adas ar ares armos arem arei ara arao aria ariam',
    ),
    er: endings(
      'o es e emos em i este eu eram ia ias iamos iam a as amos am esse essem endo ido ida idos idas er eres ermos erem erei era erao eria eriam',
    ),
    ir: endings(
      'o es e imos em i iste iu iram ia ias iamos iam a as amos am isse issem indo ido ida idos idas ir ires irmos irem irei ira irao iria iriam',
    ),
  },
}

function romance(verb: string, lang: string): string[] {
  const own = (STEMS[lang]?.[verb] ?? '').split(' ').filter((stem) => stem !== '')
  const stems = [verb.slice(0, -2), ...own.filter((stem) => !stem.startsWith('='))]
  const ends = ENDINGS[lang]?.[verb.slice(-2)] ?? []
  const whole = own.filter((stem) => stem.startsWith('=')).map((stem) => stem.slice(1))
  // A verb whose forms are all written out has no regular ones.
  const regular =
    stems.length === 1 && whole.length > 3 ? [] : stems.flatMap((stem) => ends.map((end) => stem + end))
  return [verb, ...whole, ...regular]
}

const made = new Map<string, readonly string[]>()

/** Every form of a verb that is named by its infinitive (English: its plain form). */
export function formsOf(verb: string, lang: string): readonly string[] {
  const key = `${lang} ${verb}`
  const known = made.get(key)
  if (known !== undefined) return known
  const forms = [...new Set(lang === 'en' ? english(verb) : romance(verb, lang))]
  made.set(key, forms)
  return forms
}

const CLITICS = /(?<=r|ndo)(?:(?:me|te|se|nos|os)?(?:lo|la|los|las|le|les)|(?:me|te|se|nos|os))$/

/** A Spanish infinitive or gerund without the pronouns that hang on it ("sentirlo", "levantandome"); any other word as it is. */
export function withoutClitics(word: string): string {
  return word.length > 5 ? word.replace(CLITICS, '') : word
}
