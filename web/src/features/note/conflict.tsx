import type { Note, NoteBody } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import styles from './note.module.css'

const onlyIn = (one: NoteBody, other: NoteBody): string[] => {
  const known = new Set(other.lines.map(({ text }) => text))
  return one.lines.map(({ text }) => text).filter((text) => !known.has(text))
}

type Props = { theirs: Note; mine: NoteBody; onChoose: (mine: boolean) => void }

/** Somebody else saved or signed first: who, when, what differs. Both texts are kept whichever is chosen. */
export function Conflict({ theirs, mine, onChoose }: Props) {
  const { i18n } = useLingui()
  const by = theirs.signed ?? theirs.saved
  const when = shortMomentOf(by.at, i18n.locale)
  return (
    <section role="alert" className={styles['conflict']}>
      <h2>
        {theirs.signed ? (
          <Trans>
            {by.name} signed this note on {when}
          </Trans>
        ) : (
          <Trans>
            {by.name} saved this note on {when}, while you were writing
          </Trans>
        )}
      </h2>
      <p>
        <Trans>Nothing was overwritten. Your text is kept beside the note.</Trans>
      </p>
      <h3>
        <Trans>Only in their text</Trans>
      </h3>
      <ul>
        {onlyIn(theirs.body, mine).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>
        <Trans>Only in yours</Trans>
      </h3>
      <ul>
        {onlyIn(mine, theirs.body).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <div className={styles['acts']}>
        {theirs.signed === null && (
          <Button look="plain" onClick={() => onChoose(true)}>
            <Trans>Go on with my text</Trans>
          </Button>
        )}
        <Button look="plain" onClick={() => onChoose(false)}>
          <Trans>Go on with theirs</Trans>
        </Button>
      </div>
    </section>
  )
}
