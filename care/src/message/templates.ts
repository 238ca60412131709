import * as z from 'zod/mini'

const text = z.string().check(z.minLength(1), z.maxLength(2000), z.regex(/\S/))

/** An answer that is written often, in the languages of the product. The clinician reads and changes it before it goes out. */
export const MessageTemplate = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  words: z.object({ en: text, es: text, pt: text }),
})
export type MessageTemplate = z.infer<typeof MessageTemplate>

/** What a clinic starts with; its own of the same id take the place of these. None says anything about a person's findings or dose. */
export const STARTER_TEMPLATES: readonly MessageTemplate[] = [
  {
    id: 'got-it',
    title: 'I have read it',
    words: {
      en: 'Thank you for writing. I have read your message and will look into it. I will write again by ',
      es: 'Gracias por escribir. He leído su mensaje y lo voy a revisar. Le volveré a escribir antes de ',
      pt: 'Obrigado por escrever. Li sua mensagem e vou ver isso. Escrevo de novo até ',
    },
  },
  {
    id: 'tell-more',
    title: 'Please tell me more',
    words: {
      en: 'Thank you for writing. To help you well I need to know a little more: since when is it so, what makes it worse, and what eases it?',
      es: 'Gracias por escribir. Para ayudarle bien necesito saber un poco más: ¿desde cuándo es así, qué lo empeora y qué lo alivia?',
      pt: 'Obrigado por escrever. Para ajudar bem, preciso saber um pouco mais: desde quando está assim, o que piora e o que alivia?',
    },
  },
  {
    id: 'come-in',
    title: 'Please come to the clinic',
    words: {
      en: 'I would like to see you at the clinic before you go on. Please call us for an appointment, or tell me here when it suits you.',
      es: 'Me gustaría verle en la clínica antes de seguir. Llámenos para pedir una cita o dígame aquí cuándo le viene bien.',
      pt: 'Gostaria de ver você na clínica antes de continuar. Ligue para marcar uma consulta ou diga aqui quando é bom para você.',
    },
  },
  {
    id: 'go-at-your-pace',
    title: 'Take it at your own pace',
    words: {
      en: 'That can happen. Take it at your own pace, and tell me how the next session goes.',
      es: 'Eso puede pasar. Vaya a su ritmo y cuénteme cómo le va en la próxima sesión.',
      pt: 'Isso pode acontecer. Vá no seu ritmo e conte como foi a próxima sessão.',
    },
  },
]

/** The clinic's own templates, with the starters that it has not replaced, by title. */
export function templatesOf(own: readonly MessageTemplate[]): MessageTemplate[] {
  const ids = new Set(own.map(({ id }) => id))
  const all = [...own, ...STARTER_TEMPLATES.filter(({ id }) => !ids.has(id))]
  return all.sort((a, b) => (a.title < b.title ? -1 : 1))
}

/** The words of a template in a language; English where it has none. */
export function wordsOf({ words }: MessageTemplate, lang: string): string {
  return Object.entries(words).find(([own]) => own === lang)?.[1] ?? words.en
}
