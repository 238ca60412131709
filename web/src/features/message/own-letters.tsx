import type { Message, PublicConfig } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../lib/api.ts'
import { momentOf } from '../../lib/time.ts'
import { outbox, sendQueued } from '../../lib/outbox-device.ts'
import { Button } from '../../ui/button.tsx'
import { Letter } from './letter.tsx'
import styles from './message.module.css'
import { type FetchPhoto, Photos } from './photos.tsx'
import type { AllUnsent, Unsent, UnsentPhoto } from './unsent-messages.ts'

/** How far one's own message has come. That somebody knows of a danger is said only once somebody has said so. */
function Standing({ message, config }: { message: Message; config: PublicConfig }) {
  const { flag, readAt, readBy } = message
  if (flag !== null) {
    const [by, at] = [flag.seenBy, flag.seenAt && momentOf(flag.seenAt)]
    return (
      <p className={styles['state']}>
        {by && at ? (
          <Trans>
            {by} of {config.clinic} saw this on {at}.
          </Trans>
        ) : (
          <Trans>This is on the clinic’s list as a warning sign. Nobody has looked at it yet.</Trans>
        )}
      </p>
    )
  }
  const at = readAt && momentOf(readAt)
  return (
    <p className={styles['state']}>
      {at === null ? (
        <Trans>Sent. Not read yet.</Trans>
      ) : readBy ? (
        <Trans>
          Read by {readBy} on {at}.
        </Trans>
      ) : (
        <Trans>Read on {at}.</Trans>
      )}
    </p>
  )
}

const fetchOwn: FetchPhoto = (id, signal) => call('picture', { params: { id }, signal })

/** Photographs of a message that the clinic does not have yet. */
function PhotosWait({ photos }: { photos: readonly UnsentPhoto[] }) {
  const problem = photos.find((photo) => photo.problem !== null)?.problem
  if (photos.length === 0) return null
  return (
    <p className={styles['state']} data-unsent-photos={photos.length}>
      {problem ? (
        <strong>
          {problem.title} {problem.advice}
        </strong>
      ) : (
        <Plural
          value={photos.length}
          one="One photo is kept on this device and follows."
          other="# photos are kept on this device and follow."
        />
      )}
    </p>
  )
}

/** A message that is on this device only. */
function Waits({ unsent, photos }: { unsent: Unsent; photos: readonly UnsentPhoto[] }) {
  const { t } = useLingui()
  const { sent, at, problem } = unsent
  return (
    <Letter id={sent.id} who={t`You`} when={momentOf(at)} own words={sent.words}>
      <p className={styles['state']} data-unsent>
        {problem ? (
          <strong>
            {problem.title} {problem.advice}
          </strong>
        ) : (
          <Trans>Kept on this device. It is sent as soon as there is a connection.</Trans>
        )}
      </p>
      <PhotosWait photos={photos} />
      {problem && (
        <div>
          <Button look="plain" onClick={() => void outbox.retry(sent.id).then(sendQueued)}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      )}
    </Letter>
  )
}

type LettersProps = { messages: readonly Message[]; unsent: AllUnsent; config: PublicConfig }

/** Both sides' messages, the newest first. */
export function OwnLetters({ messages, unsent, config }: LettersProps) {
  const { t } = useLingui()
  const known = new Set(messages.map(({ id }) => id))
  const waiting = unsent.messages.filter(({ sent }) => !known.has(sent.id))
  const photosOf = (id: string) => unsent.photos.filter(({ sent }) => sent.messageId === id)
  return (
    <ul className={styles['letters']}>
      {waiting.toReversed().map((one) => (
        <Waits key={one.sent.id} unsent={one} photos={photosOf(one.sent.id)} />
      ))}
      {messages.toReversed().map((message) => {
        const own = message.from === 'patient'
        const who = own ? t`You` : (message.by ?? config.clinic)
        return (
          <Letter
            key={message.id}
            {...{ id: message.id, who, own, words: message.words }}
            when={momentOf(message.at)}
          >
            <Photos pictures={message.pictures} fetchPhoto={fetchOwn} />
            <PhotosWait photos={photosOf(message.id)} />
            {own && <Standing message={message} config={config} />}
          </Letter>
        )
      })}
    </ul>
  )
}
