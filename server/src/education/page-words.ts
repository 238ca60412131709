import type { EvidenceGrade, ReferenceCheck } from '@dorsal/care'
import type { Language } from '@dorsal/content'

/** How fast the groups of warning signs need help. */
export const URGENCIES = ['emergency_now', 'same_day_urgent', 'see_clinician_first'] as const
export type Urgency = (typeof URGENCIES)[number]

/** The words round the open pages. Each language has all of them: leaving one out does not compile. */
export type PageWords = {
  /** The folder of the pages in the address. */
  folder: string
  /** The folder of the lessons below it. */
  lessonsFolder: string
  name: string
  contents: string
  lead: string
  skip: string
  nav: string
  lessons: string
  lessonsLead: string
  previous: string
  next: string
  start: string
  book: string
  home: string
  print: string
  draft: string
  demo: string
  english: string
  sources: string
  grades: Record<EvidenceGrade, string>
  checks: Record<ReferenceCheck, string>
  urgencies: Record<Urgency, string>
  emergency: (number: string | null) => string
  weeks: string
  goals: string
  atHome: string
  action: string
  check: string
  answer: string
  help: string
  minutes: (count: number) => string
  otherLanguages: string
  body: { title: string; text: string; here: string; neck: string; low: string }
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: {
    folder: '/learn',
    lessonsFolder: 'lessons',
    name: 'English',
    contents: 'Learn about mid-back pain',
    lead: 'What it is, when to get help, what is done about it, and how well that is studied. Read or print it; nothing is asked of you.',
    skip: 'Skip to the content',
    nav: 'Pages',
    lessons: 'Short lessons',
    lessonsLead: 'Two minutes each: one thing to know, one thing to do today, one question.',
    previous: 'Before this',
    next: 'Read next',
    start: 'Start with questions about your pain',
    book: 'Ask for an appointment',
    home: 'Home',
    print: 'To print, use your browser’s print command.',
    draft: 'Draft: no clinician has reviewed this text yet.',
    demo: 'Demonstration. Do not use it for real treatment.',
    english: 'This text is not translated yet.',
    sources: 'Sources',
    grades: {
      thoracic: 'Studied in mid-back pain',
      borrowed: 'Borrowed: studied in other pain or other people',
      weak: 'Weak: few studies, or general knowledge',
    },
    checks: {
      read: 'We read it, mostly its abstract.',
      partly: 'We read part of it.',
      remembered: 'We have not opened it yet; a reviewer must check it.',
      own: 'Not a study: our own judgement.',
    },
    urgencies: {
      emergency_now: 'Get emergency help now',
      same_day_urgent: 'See a doctor today',
      see_clinician_first: 'See a clinician before you begin',
    },
    emergency: (number) => (number === null ? 'Call your local emergency number.' : `Call ${number}.`),
    weeks: 'Weeks',
    goals: 'Goals',
    atHome: 'Every day',
    action: 'Do this today',
    check: 'One question',
    answer: 'See the answer',
    help: 'When to get help',
    minutes: (count) => `${count} minutes to read`,
    otherLanguages: 'Languages',
    body: {
      title: 'Where the mid-back is',
      text: 'A person from behind. The mid-back is the part from the base of the neck to the last ribs, with the shoulder blades on both sides.',
      here: 'Mid-back',
      neck: 'Neck',
      low: 'Low back',
    },
  },
  es: {
    folder: '/es/aprender',
    lessonsFolder: 'lecciones',
    name: 'Español',
    contents: 'Aprenda sobre el dolor de la espalda media',
    lead: 'Qué es, cuándo pedir ayuda, qué se hace y qué tan estudiado está. Léalo o imprímalo; no se le pregunta nada.',
    skip: 'Ir al contenido',
    nav: 'Páginas',
    lessons: 'Lecciones cortas',
    lessonsLead: 'Dos minutos cada una: algo que saber, algo que hacer hoy y una pregunta.',
    previous: 'Antes de esto',
    next: 'Siga leyendo',
    start: 'Empezar con preguntas sobre su dolor',
    book: 'Pedir una cita',
    home: 'Inicio',
    print: 'Para imprimir, use la orden de imprimir de su navegador.',
    draft: 'Borrador: ningún profesional de la salud ha revisado aún este texto.',
    demo: 'Demostración. No la use para un tratamiento real.',
    english: 'Este texto aún no está traducido y está en inglés.',
    sources: 'Fuentes',
    grades: {
      thoracic: 'Estudiado en dolor de la espalda media',
      borrowed: 'Prestado: estudiado en otros dolores o en otras personas',
      weak: 'Débil: pocos estudios, o saber general',
    },
    checks: {
      read: 'La leímos, sobre todo su resumen.',
      partly: 'Leímos una parte.',
      remembered: 'Aún no la abrimos; un revisor debe comprobarla.',
      own: 'No es un estudio: es nuestro propio criterio.',
    },
    urgencies: {
      emergency_now: 'Pida ayuda de emergencia ya',
      same_day_urgent: 'Consulte a un médico hoy',
      see_clinician_first: 'Consulte a un profesional de la salud antes de empezar',
    },
    emergency: (number) =>
      number === null ? 'Llame al número de emergencias de su zona.' : `Llame al ${number}.`,
    weeks: 'Semanas',
    goals: 'Metas',
    atHome: 'Cada día',
    action: 'Haga esto hoy',
    check: 'Una pregunta',
    answer: 'Ver la respuesta',
    help: 'Cuándo pedir ayuda',
    minutes: (count) => `${count} minutos de lectura`,
    otherLanguages: 'Idiomas',
    body: {
      title: 'Dónde está la espalda media',
      text: 'Una persona de espaldas. La espalda media va de la base del cuello a las últimas costillas, con los omóplatos a ambos lados.',
      here: 'Espalda media',
      neck: 'Cuello',
      low: 'Zona lumbar',
    },
  },
  pt: {
    folder: '/pt/aprender',
    lessonsFolder: 'licoes',
    name: 'Português',
    contents: 'Aprenda sobre a dor no meio das costas',
    lead: 'O que é, quando buscar ajuda, o que se faz e quanto isso foi estudado. Leia ou imprima; nada é perguntado a você.',
    skip: 'Ir para o conteúdo',
    nav: 'Páginas',
    lessons: 'Lições curtas',
    lessonsLead: 'Dois minutos cada uma: algo para saber, algo para fazer hoje e uma pergunta.',
    previous: 'Antes disto',
    next: 'Continue lendo',
    start: 'Começar com perguntas sobre sua dor',
    book: 'Pedir uma consulta',
    home: 'Início',
    print: 'Para imprimir, use o comando de impressão do navegador.',
    draft: 'Rascunho: nenhum profissional de saúde revisou este texto ainda.',
    demo: 'Demonstração. Não use para um tratamento real.',
    english: 'Este texto ainda não foi traduzido e está em inglês.',
    sources: 'Fontes',
    grades: {
      thoracic: 'Estudado na dor no meio das costas',
      borrowed: 'Emprestado: estudado em outras dores ou em outras pessoas',
      weak: 'Fraco: poucos estudos, ou conhecimento geral',
    },
    checks: {
      read: 'Lemos, sobretudo o resumo.',
      partly: 'Lemos uma parte.',
      remembered: 'Ainda não abrimos; um revisor precisa verificar.',
      own: 'Não é um estudo: é nosso próprio critério.',
    },
    urgencies: {
      emergency_now: 'Busque ajuda de emergência já',
      same_day_urgent: 'Consulte um médico hoje',
      see_clinician_first: 'Consulte um profissional de saúde antes de começar',
    },
    emergency: (number) =>
      number === null ? 'Ligue para o número de emergência da sua região.' : `Ligue para ${number}.`,
    weeks: 'Semanas',
    goals: 'Metas',
    atHome: 'Todo dia',
    action: 'Faça isto hoje',
    check: 'Uma pergunta',
    answer: 'Ver a resposta',
    help: 'Quando buscar ajuda',
    minutes: (count) => `${count} minutos de leitura`,
    otherLanguages: 'Idiomas',
    body: {
      title: 'Onde fica o meio das costas',
      text: 'Uma pessoa de costas. O meio das costas vai da base do pescoço às últimas costelas, com as escápulas dos dois lados.',
      here: 'Meio das costas',
      neck: 'Pescoço',
      low: 'Lombar',
    },
  },
}
