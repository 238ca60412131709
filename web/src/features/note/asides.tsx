import type { Note } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortMomentOf } from '../../lib/time.ts'
import styles from './note.module.css'

/** Texts that came too late to be saved over somebody else's, whole, so that what was typed can be taken up again. */
export function Asides({ note }: { note: Note }) {
  const { i18n } = useLingui()
  if (note.asides.length === 0) return null
  return (
    <details className={styles['asides']}>
      <summary>
        <Trans>Texts kept beside this note ({note.asides.length})</Trans>
      </summary>
      {note.asides.toReversed().map(({ id, body, by }) => (
        <div key={id}>
          <p className={styles['quiet']}>
            {by.name}, {shortMomentOf(by.at, i18n.locale)}
          </p>
          <ul>
            {body.lines.map((line) => (
              <li key={line.id}>{line.text}</li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}
