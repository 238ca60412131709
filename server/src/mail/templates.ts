import type { Language } from '@dorsal/content'

/**
 * Every letter that leaves the house, in every language. A letter travels in the clear and is read on locked screens: it says which clinic
 * writes and where to go, and nothing of whoever gets it, not even that they are in care. `{clinic}` and `{link}` are all that is put in; in
 * letters about a visit also `{when}` and `{where}`.
 */
export const TEMPLATES = {
  join: {
    en: {
      subject: '{clinic}: your invitation',
      text: '{clinic} has made an account for you. Open this address and choose a password. It works once, for seven days.\n\n{link}\n\nIf you do not know the sender, you need not do anything.',
    },
    es: {
      subject: '{clinic}: su invitación',
      text: '{clinic} ha creado una cuenta para usted. Abra esta dirección y elija una contraseña. Funciona una sola vez, durante siete días.\n\n{link}\n\nSi no conoce al remitente, no tiene que hacer nada.',
    },
    pt: {
      subject: '{clinic}: seu convite',
      text: '{clinic} criou uma conta para você. Abra este endereço e escolha uma senha. Ele funciona uma única vez, por sete dias.\n\n{link}\n\nSe você não conhece o remetente, não precisa fazer nada.',
    },
  },
  reset: {
    en: {
      subject: '{clinic}: choose a new password',
      text: 'Open this address to choose a new password at {clinic}. It works once, for a day.\n\n{link}\n\nIf you did not ask for it, you need not do anything: your password stays as it is.',
    },
    es: {
      subject: '{clinic}: elija una contraseña nueva',
      text: 'Abra esta dirección para elegir una contraseña nueva en {clinic}. Funciona una sola vez, durante un día.\n\n{link}\n\nSi no la ha pedido, no tiene que hacer nada: su contraseña sigue igual.',
    },
    pt: {
      subject: '{clinic}: escolha uma nova senha',
      text: 'Abra este endereço para escolher uma nova senha em {clinic}. Ele funciona uma única vez, por um dia.\n\n{link}\n\nSe você não pediu, não precisa fazer nada: sua senha continua a mesma.',
    },
  },
  confirm: {
    en: {
      subject: '{clinic}: is this your address?',
      text: 'Open this address and press the button to say that this e-mail address is yours. It works once, for 15 minutes.\n\n{link}\n\nIf you did not ask for it, you need not do anything.',
    },
    es: {
      subject: '{clinic}: ¿es esta su dirección?',
      text: 'Abra esta dirección y pulse el botón para decir que este correo es suyo. Funciona una sola vez, durante 15 minutos.\n\n{link}\n\nSi no lo ha pedido, no tiene que hacer nada.',
    },
    pt: {
      subject: '{clinic}: este endereço é seu?',
      text: 'Abra este endereço e aperte o botão para dizer que este e-mail é seu. Ele funciona uma única vez, por 15 minutos.\n\n{link}\n\nSe você não pediu, não precisa fazer nada.',
    },
  },
  enter: {
    en: {
      subject: '{clinic}: your link',
      text: 'Open this address on the device that you want to use, and press the button. It works once, for 15 minutes. Give it to nobody.\n\n{link}\n\nIf you did not ask for it, you need not do anything.',
    },
    es: {
      subject: '{clinic}: su enlace',
      text: 'Abra esta dirección en el dispositivo que quiera usar y pulse el botón. Funciona una sola vez, durante 15 minutos. No se la dé a nadie.\n\n{link}\n\nSi no lo ha pedido, no tiene que hacer nada.',
    },
    pt: {
      subject: '{clinic}: seu link',
      text: 'Abra este endereço no aparelho que você quer usar e aperte o botão. Ele funciona uma única vez, por 15 minutos. Não o dê a ninguém.\n\n{link}\n\nSe você não pediu, não precisa fazer nada.',
    },
  },
  waits: {
    en: {
      subject: '{clinic}: something waits for you',
      text: 'Something waits for you at {clinic}.\n\n{link}',
    },
    es: { subject: '{clinic}: algo le espera', text: 'Algo le espera en {clinic}.\n\n{link}' },
    pt: { subject: '{clinic}: algo espera por você', text: 'Algo espera por você em {clinic}.\n\n{link}' },
  },
  visit: {
    en: {
      subject: '{clinic}: your appointment',
      text: 'Your appointment at {clinic}:\n\n{when}\n{where}\n\nThe file beside this letter puts it into your calendar. To move or cancel it:\n\n{link}',
    },
    es: {
      subject: '{clinic}: su cita',
      text: 'Su cita en {clinic}:\n\n{when}\n{where}\n\nEl archivo adjunto la pone en su calendario. Para cambiarla o cancelarla:\n\n{link}',
    },
    pt: {
      subject: '{clinic}: seu horário marcado',
      text: 'Seu horário em {clinic}:\n\n{when}\n{where}\n\nO arquivo anexo o coloca no seu calendário. Para mudar ou cancelar:\n\n{link}',
    },
  },
  'visit-moved': {
    en: {
      subject: '{clinic}: your appointment has changed',
      text: 'Your appointment at {clinic} is now:\n\n{when}\n{where}\n\nThe file beside this letter changes it in your calendar. To move or cancel it:\n\n{link}',
    },
    es: {
      subject: '{clinic}: su cita ha cambiado',
      text: 'Su cita en {clinic} es ahora:\n\n{when}\n{where}\n\nEl archivo adjunto la cambia en su calendario. Para cambiarla o cancelarla:\n\n{link}',
    },
    pt: {
      subject: '{clinic}: seu horário mudou',
      text: 'Seu horário em {clinic} agora é:\n\n{when}\n{where}\n\nO arquivo anexo o muda no seu calendário. Para mudar ou cancelar:\n\n{link}',
    },
  },
  'visit-cancelled': {
    en: {
      subject: '{clinic}: your appointment is cancelled',
      text: 'This appointment at {clinic} is cancelled:\n\n{when}\n\nThe file beside this letter takes it out of your calendar. To see what is booked:\n\n{link}',
    },
    es: {
      subject: '{clinic}: su cita está cancelada',
      text: 'Esta cita en {clinic} está cancelada:\n\n{when}\n\nEl archivo adjunto la quita de su calendario. Para ver lo que tiene reservado:\n\n{link}',
    },
    pt: {
      subject: '{clinic}: seu horário foi cancelado',
      text: 'Este horário em {clinic} foi cancelado:\n\n{when}\n\nO arquivo anexo o tira do seu calendário. Para ver o que está marcado:\n\n{link}',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, { subject: string; text: string }>>>>

export type TemplateId = keyof typeof TEMPLATES

/** The letter itself. A clinic's name in the subject is one line, whatever it was set to. */
export function letterOf(
  id: TemplateId,
  lang: Language,
  given: { clinic: string; link: string; when?: string; where?: string },
): { subject: string; text: string } {
  const { subject, text } = TEMPLATES[id][lang]
  const clinic = given.clinic.replace(/\s+/g, ' ')
  const put = (words: string): string =>
    words
      .replaceAll('{clinic}', () => clinic)
      .replaceAll('{when}', () => given.when ?? '')
      .replaceAll('{where}\n', () => (given.where ? `${given.where}\n` : ''))
      .replaceAll('{link}', () => given.link)
  return { subject: put(subject), text: put(text) }
}
