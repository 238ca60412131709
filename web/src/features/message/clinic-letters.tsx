import { explain, type Message } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Letter } from './letter.tsx'
import styles from './message.module.css'
import { type FetchPhoto, Photos } from './photos.tsx'

/** What the screen found in a message, in its own sentences. */
function Found({ flag }: { flag: NonNullable<Message['flag']> }) {
  // Several rules may hear the same words.
  const lines = [...new Set(flag.because.map((because) => explain(because)))]
  return (
    <div className={styles['late']}>
      <p>
        <Trans>▲ Warning sign in these words</Trans>
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

/** Which check questions the words brought, and what was said to them. */
function Checked({ answers }: Pick<Message, 'answers'>) {
  const said = Object.entries(answers)
  if (said.length === 0) return null
  const list = said.map(([id, answer]) => `${id}: ${answer}`).join(', ')
  return (
    <p className={styles['state']}>
      <Trans>Asked because of these words: {list}</Trans>
    </p>
  )
}

type LettersProps = { patientId: string; messages: readonly Message[]; label: string }

/** Both sides' messages as the desk shows them, the newest first. */
export function ClinicLetters({ patientId, messages, label }: LettersProps) {
  const { t, i18n } = useLingui()
  const fetchPhoto: FetchPhoto = (pictureId, signal) =>
    call('clinicPicture', { params: { id: patientId, pictureId }, signal })
  return (
    <ul className={styles['letters']}>
      {messages.toReversed().map((message) => {
        const { id, from, by, words, at, readAt, flag } = message
        const own = from === 'clinic'
        const read = readAt && shortMomentOf(readAt, i18n.locale)
        return (
          <Letter
            key={id}
            id={id}
            who={own ? (by ?? t`The clinic`) : label}
            when={shortMomentOf(at, i18n.locale)}
            own={own}
            words={words}
          >
            <Photos pictures={message.pictures} fetchPhoto={fetchPhoto} />
            {flag && <Found flag={flag} />}
            <Checked answers={message.answers} />
            {own && (
              <p className={styles['state']}>
                {read ? <Trans>Read {read}</Trans> : <Trans>Not read yet</Trans>}
              </p>
            )}
          </Letter>
        )
      })}
    </ul>
  )
}
