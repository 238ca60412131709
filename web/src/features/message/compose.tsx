import {
  type CardId,
  heardBefore,
  type Message,
  MESSAGE_LENGTH,
  OUTCOMES,
  type PatientContent,
  screenMessage,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useRef } from 'react'
import { keepMessage } from '../../lib/outbox-device.ts'
import { nowInstant } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Stack } from '../../ui/page.tsx'
import { AddPhotos } from './add-photos.tsx'
import { Check } from './check.tsx'
import { type MessageDraft, picturesOf, sentOf, useMessageDraft } from './draft.ts'

type ComposeProps = {
  content: PatientContent
  messages: readonly Message[]
  /** A danger was said: shown at once, before anything is sent. */
  onDanger: (card: CardId) => void
}

/**
 * The field for a message. What is written is screened on this device before it goes anywhere: a danger is the card at once, words that
 * only touch on one bring their question, and a question that nobody stays for counts as yes.
 */
export function Compose({ content, messages, onDanger }: ComposeProps) {
  const { t, i18n } = useLingui()
  const [draft, put] = useMessageDraft()

  const screened = (given: MessageDraft) => {
    const before = heardBefore(messages, nowInstant())
    const answers = { ...before.answers, ...given.answers }
    const written = { words: given.words, lang: i18n.locale, turns: before.turns, answers }
    return screenMessage(written, content.redFlags, content.version)
  }
  const send = (given: MessageDraft) => {
    const { result } = screened(given)
    if (result.card !== null && OUTCOMES[result.disposition].card === 'stop') onDanger(result.card)
    put(null)
    void keepMessage(sentOf(given, i18n.locale), picturesOf(given))
  }
  const goOn = (given: MessageDraft) => {
    if (screened(given).asks.length > 0) put({ ...given, sending: true })
    else send(given)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft !== null && draft.words.trim() !== '') goOn(draft)
  }

  // Whoever leaves at a question has pressed "send": the message goes, and what was not answered counts as yes.
  const leaving = useRef<() => void>(() => undefined)
  useEffect(() => {
    leaving.current = () => {
      if (draft?.sending) send(draft)
    }
  })
  useEffect(() => () => leaving.current(), [])

  if (draft === null) return null
  const item = draft.sending ? screened(draft).asks[0] : undefined
  if (item !== undefined)
    return (
      <Check
        key={item.id}
        item={item}
        onAnswer={(answer) => goOn({ ...draft, answers: { ...draft.answers, [item.id]: answer } })}
      />
    )
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Field
          label={t`Your message`}
          value={draft.words}
          onChange={(words) => put({ ...draft, words, answers: {}, sending: false })}
          lines={5}
          maxLength={MESSAGE_LENGTH}
        />
        <AddPhotos
          key={draft.id}
          own
          photos={draft.photos}
          onChange={(photos) => put({ ...draft, photos })}
        />
        <div>
          <Button type="submit" large disabled={draft.words.trim() === ''}>
            <Trans>Send</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
