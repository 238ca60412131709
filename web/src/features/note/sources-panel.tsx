import { type NoteLine, type NoteSource, partOf, type PatientRecord, type Treatment } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { dateOf } from '../../lib/time.ts'
import styles from './note.module.css'
import { SOURCE_WORDS } from './note-words.ts'

type Given = { record: PatientRecord; treatments: readonly Treatment[] }

const MOST = 14

/** What stands in a part of the record, as lines of name and value; deep things by the way to them. */
function linesIn(
  value: unknown,
  texts: Readonly<Record<string, string>>,
  way: string[] = [],
): [string, string][] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') {
    const words = typeof value === 'string' ? value : JSON.stringify(value)
    return [[way.join(' · '), texts[words] ?? words]]
  }
  return Object.entries(value).flatMap(([key, member]) =>
    linesIn(member, texts, [...way, Array.isArray(value) ? String(Number(key) + 1) : (texts[key] ?? key)]),
  )
}

function Source({ source, given }: { source: NoteSource; given: Given }) {
  const { i18n } = useLingui()
  const { texts } = given.record
  const found = linesIn(partOf(source, given), texts)
  const way = source.part.map((key) => texts[key] ?? key).join(' · ')
  return (
    <li className={styles['source']}>
      <strong>{i18n._(SOURCE_WORDS[source.kind])}</strong>
      {source.at && <span>{dateOf(source.at, i18n.locale)}</span>}
      {way && <span className={styles['quiet']}>{way}</span>}
      {found.length > 0 ? (
        <dl>
          {found.slice(0, MOST).map(([name, value], index) => (
            <div key={`${name}-${index}`}>
              {name && <dt>{name}</dt>}
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : source.kind === 'content' || source.kind === 'author' || source.kind === 'note' ? null : (
        <p className={styles['quiet']}>
          <Trans>Nothing is recorded there.</Trans>
        </p>
      )}
      {found.length > MOST && (
        <p className={styles['quiet']}>
          <Trans>and {found.length - MOST} more values</Trans>
        </p>
      )}
    </li>
  )
}

const SHOWN = 8

/** Where the sentence that the cursor is in comes from: the records themselves, not another sentence about them. */
export function SourcesPanel({ line, given }: { line: NoteLine | undefined; given: Given }) {
  return (
    <aside aria-labelledby="sources" className={styles['sources']}>
      <h2 id="sources">
        <Trans>Where this comes from</Trans>
      </h2>
      {line === undefined ? (
        <p className={styles['quiet']}>
          <Trans>Go into a sentence to see its sources.</Trans>
        </p>
      ) : (
        <>
          <p className={styles['said']}>{line.text}</p>
          <ul>
            {line.sources.slice(0, SHOWN).map((source, index) => (
              <Source key={index} source={source} given={given} />
            ))}
          </ul>
          {line.sources.length > SHOWN && (
            <p className={styles['quiet']}>
              <Trans>and {line.sources.length - SHOWN} more of the kind</Trans>
            </p>
          )}
          {line.drafted !== null && line.drafted !== line.text && (
            <p className={styles['quiet']}>
              <Trans>As drafted: {line.drafted}</Trans>
            </p>
          )}
        </>
      )}
    </aside>
  )
}
