import type { ReminderDue, ReminderKind, SpokenHabit } from '@dorsal/care'
import type { Language } from '@dorsal/content'

/**
 * What a reminder says, in every language. It travels in the clear and is read on locked screens: no word of health or care, nor of what
 * somebody did not do. `{clinic}` and `{when}` are put in.
 */
export type ReminderWords = {
  waits: string
  lines: Readonly<Record<ReminderKind, string>>
  /** What is said instead of `lines.session` to whoever said after what they mean to begin. */
  habits: Readonly<Record<SpokenHabit, string>>
  open: string
  turnOff: string
  offTitle: string
  offAsk: string
  offDone: string
  choose: string
}

export const REMINDER_WORDS: Readonly<Record<Language, ReminderWords>> = {
  en: {
    waits: 'Something waits for you at {clinic}',
    lines: {
      visit: 'We look forward to seeing you on {when}.',
      message: 'Somebody has written to you.',
      'check-in': 'A few short questions are there for you.',
      session: 'Your moment of the day is here.',
    },
    habits: {
      'after-coffee': 'Your moment of the day: after your coffee.',
      'after-lunch': 'Your moment of the day: after lunch.',
      'after-work': 'Your moment of the day: after work.',
      'before-bed': 'Your moment of the day: before you go to bed.',
    },
    open: 'Open',
    turnOff: 'Turn these off',
    offTitle: 'Turn these reminders off?',
    offAsk: 'You will get no more of this kind from {clinic}.',
    offDone: 'They are off. You will get no more of this kind from {clinic}.',
    choose: 'Choose what you are reminded of',
  },
  es: {
    waits: 'Algo le espera en {clinic}',
    lines: {
      visit: 'Le esperamos el {when}.',
      message: 'Alguien le ha escrito.',
      'check-in': 'Hay unas preguntas cortas para usted.',
      session: 'Ha llegado su momento del día.',
    },
    habits: {
      'after-coffee': 'Su momento del día: después del café.',
      'after-lunch': 'Su momento del día: después de comer.',
      'after-work': 'Su momento del día: después del trabajo.',
      'before-bed': 'Su momento del día: antes de acostarse.',
    },
    open: 'Abrir',
    turnOff: 'Desactivar estos avisos',
    offTitle: '¿Desactivar estos avisos?',
    offAsk: 'No recibirá más avisos de este tipo de {clinic}.',
    offDone: 'Están desactivados. No recibirá más avisos de este tipo de {clinic}.',
    choose: 'Elegir qué avisos recibe',
  },
  pt: {
    waits: 'Algo espera por você em {clinic}',
    lines: {
      visit: 'Esperamos você em {when}.',
      message: 'Alguém escreveu para você.',
      'check-in': 'Há algumas perguntas curtas para você.',
      session: 'Chegou o seu momento do dia.',
    },
    habits: {
      'after-coffee': 'Seu momento do dia: depois do café.',
      'after-lunch': 'Seu momento do dia: depois do almoço.',
      'after-work': 'Seu momento do dia: depois do trabalho.',
      'before-bed': 'Seu momento do dia: antes de dormir.',
    },
    open: 'Abrir',
    turnOff: 'Desligar estes lembretes',
    offTitle: 'Desligar estes lembretes?',
    offAsk: 'Você não receberá mais lembretes deste tipo de {clinic}.',
    offDone: 'Estão desligados. Você não receberá mais lembretes deste tipo de {clinic}.',
    choose: 'Escolher do que você é lembrado',
  },
}

/** What may be said of one thing. */
export type Said = Pick<ReminderDue, 'kind' | 'wall' | 'habit'>

/** Words with what is put in: a clinic's name is one line, whatever it was set to. */
export const put = (words: string, given: { clinic: string; when?: string }): string =>
  words
    .replaceAll('{clinic}', () => given.clinic.replace(/\s+/g, ' '))
    .replaceAll('{when}', () => given.when ?? '')

/** Day and time as they are said in a language, by the clocks of the place. */
export const whenOf = (wall: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${wall}:00Z`))

/** The line of a letter that tells of one thing. */
export const lineOf = ({ kind, wall, habit }: Said, lang: Language, clinic: string): string => {
  const { lines, habits } = REMINDER_WORDS[lang]
  if (kind === 'session' && habit) return habits[habit]
  return put(lines[kind], { clinic, ...(wall !== null && { when: whenOf(wall, lang) }) })
}

/** What a locked screen shows: that something waits, and only where it is the exercises alone, the moment that was chosen for them. */
export function pushBody(items: readonly Said[], lang: Language, clinic: string): string {
  const [first] = items
  return items.length === 1 && first?.kind === 'session' && first.habit
    ? lineOf(first, lang, clinic)
    : put(REMINDER_WORDS[lang].waits, { clinic })
}
