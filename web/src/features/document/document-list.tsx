import type { DocumentRow } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { shortMomentOf } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './document.module.css'
import { KIND_WORDS, TYPE_WORDS } from './document-words.ts'

type ListProps = {
  documents: readonly DocumentRow[]
  /** Who gave one, as the reader of this list is told. */
  whoOf: (row: DocumentRow) => string
  /** The address of a file: it is saved, never shown within the page. */
  addressOf: (row: DocumentRow) => string
  onRemove: (row: DocumentRow) => Promise<void>
}

const sizeOf = (bytes: number, locale: string): string => {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, bytes / 1000), 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}

type AskFirstProps = { busy: boolean; onTake: () => void; onKeep: () => void }

/** What taking out comes to, before it is done. The focus goes with the question. */
function AskFirst({ busy, onTake, onKeep }: AskFirstProps) {
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div className={styles['asked']}>
      <p>
        <Trans>
          Nobody sees it here any more, on either side. It stays kept in the record, with a mark that it was
          taken out.
        </Trans>
      </p>
      <div className={styles['acts']}>
        <Button look="danger" disabled={busy} onClick={onTake}>
          <Trans>Take it out</Trans>
        </Button>
        <button type="button" ref={keep} className={buttonClass('plain')} onClick={onKeep}>
          <Trans>Keep it</Trans>
        </button>
      </div>
    </div>
  )
}

function One({ row, ...given }: { row: DocumentRow } & Omit<ListProps, 'documents'>) {
  const { i18n } = useLingui()
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const kind = i18n._(KIND_WORDS[row.kind])
  const title = row.title === '' ? kind : row.title
  const who = given.whoOf(row)
  const when = shortMomentOf(row.at, i18n.locale)
  return (
    <li className={styles['row']} data-document={row.id}>
      <h3 className={styles['title']}>{title}</h3>
      <p className={styles['quiet']}>
        {title !== kind && <>{kind} · </>}
        <Trans>
          From {who}, {when}
        </Trans>{' '}
        · {i18n._(TYPE_WORDS[row.type])}, {sizeOf(row.bytes, i18n.locale)}
      </p>
      <p className={styles['quiet']}>{row.name}</p>
      {asked ? (
        <AskFirst
          busy={doing.busy}
          onKeep={() => setAsked(false)}
          onTake={() => void doing.run(() => given.onRemove(row))}
        />
      ) : (
        <div className={styles['acts']}>
          <a className={buttonClass('plain')} href={given.addressOf(row)} download={row.name}>
            <Trans>Save and open</Trans> <span className="visually-hidden">{title}</span>
          </a>
          {row.mine && (
            <Button look="quiet" onClick={() => setAsked(true)}>
              <Trans>Take out of view</Trans> <span className="visually-hidden">{title}</span>
            </Button>
          )}
        </div>
      )}
      {doing.failed ? <ErrorNote error={doing.failed} /> : null}
    </li>
  )
}

/** Documents, the newest first: what each is, who gave it and when. */
export function DocumentList({ documents, ...given }: ListProps) {
  if (documents.length === 0)
    return (
      <p className={styles['quiet']}>
        <Trans>There are no documents yet.</Trans>
      </p>
    )
  return (
    <ul className={styles['list']}>
      {documents.map((row) => (
        <One key={row.id} row={row} {...given} />
      ))}
    </ul>
  )
}
