import {
  type Note,
  NOTE_SECTIONS,
  type NoteLine,
  type NoteMark,
  type PatientRecord,
  type Sayings,
  type StaffMe,
  transition,
  treatmentRows,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { dropWords, useKeptWords } from '../../lib/kept-words.ts'
import { newId } from '../../lib/new-id.ts'
import { signedMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import styles from './note.module.css'
import { sayNote } from './note-sayings.ts'
import { NextToCoSign } from './next-to-co-sign.tsx'
import { SourcesPanel } from './sources-panel.tsx'

type Props = {
  note: Note
  record: PatientRecord
  staff: StaffMe
  sayings: Sayings
  onChanged: (note: Note) => void
}

type MarkProps = { mark: NoteMark; as: 'signed' | 'co-signed' | 'added'; lang: string; sayings: Sayings }

/** Who did it and when, with the year, in the language of the note: it is part of the paper. */
function Mark({ mark, as, lang, sayings }: MarkProps) {
  const values = { name: mark.name, when: signedMomentOf(mark.at, lang) }
  return <p className={styles['quiet']}>{sayNote({ id: `note.${as}-by`, values }, sayings)}</p>
}

function AddWords({ note, onChanged }: Pick<Props, 'note' | 'onChanged'>) {
  const { t } = useLingui()
  const kept = `addendum:${note.id}`
  const [text, setText] = useKeptWords(kept)
  const [addendumId, setAddendumId] = useState(newId)
  const [failed, setFailed] = useState<unknown>(null)
  const add = async () => {
    try {
      const params = { id: note.patientId, noteId: note.id, addendumId }
      onChanged(await call('addToNote', { params, body: { text: text.trim() } }))
      setFailed(null)
      setText('')
      dropWords(kept)
      setAddendumId(newId())
    } catch (problem) {
      setFailed(problem)
    }
  }
  return (
    <form
      className={styles['adding']}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={t`Add to this note`}
        hint={t`Your name and the time go with it. The signed text stays as it is.`}
        lines={3}
        maxLength={4000}
        value={text}
        onChange={setText}
      />
      {failed ? <ErrorNote error={failed} /> : null}
      <Button type="submit" look="plain" disabled={text.trim().length < 3}>
        <Trans>Add</Trans>
      </Button>
    </form>
  )
}

/** A signed note: its words as they were signed, where each comes from, who signed, and what was added since. */
export function SignedNote({ note, record, staff, sayings, onChanged }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [shown, setShown] = useState<NoteLine | undefined>()
  const [failed, setFailed] = useState<unknown>(null)
  const { body, addenda, signed, coSigned, hash } = note
  const done = treatmentRows(body.treatments, signed?.at ?? null)
  const mayCoSign = transition(note, 'co-sign', staff) !== null
  const mayAdd = transition(note, 'addend', staff) !== null
  const coSign = async () => {
    try {
      const params = { id: note.patientId, noteId: note.id }
      onChanged(await call('coSignNote', { params, body: { lock: note.lock } }))
      void client.invalidateQueries({ queryKey: ['co-sign'] })
      void client.invalidateQueries({ queryKey: ['co-sign-count'] })
    } catch (problem) {
      setFailed(problem)
    }
  }
  return (
    <div className={styles['desk']}>
      <article className={styles['paper']} lang={note.lang}>
        {NOTE_SECTIONS[note.kind].map((section) => {
          const lines = body.lines.filter((line) => line.section === section && line.text.trim() !== '')
          const treated = section === 'treatment' ? done : []
          if (lines.length + treated.length === 0) return null
          return (
            <section key={section}>
              <h2>{sayNote({ id: `note.section.${section}` }, sayings)}</h2>
              <ul className={styles['read']}>
                {lines.map((line) => (
                  <li key={line.id}>
                    {line.text}{' '}
                    <button
                      type="button"
                      className={styles['where']}
                      aria-label={t`source: ${line.text}`}
                      aria-pressed={shown === line}
                      onClick={() => setShown(line)}
                    >
                      <Trans>source</Trans>
                    </button>
                  </li>
                ))}
                {treated.map(({ id, because }) => (
                  <li key={id}>{sayNote(because, sayings)}</li>
                ))}
              </ul>
            </section>
          )
        })}
        {addenda.length > 0 && (
          <section>
            <h2>{sayNote({ id: 'note.added' }, sayings)}</h2>
            {addenda.map(({ id, text, by }) => (
              <div key={id}>
                <p className={styles['words']}>{text}</p>
                <Mark mark={by} as="added" lang={note.lang} sayings={sayings} />
              </div>
            ))}
          </section>
        )}
        <footer className={styles['signatures']}>
          {signed && <Mark mark={signed} as="signed" lang={note.lang} sayings={sayings} />}
          {coSigned && <Mark mark={coSigned} as="co-signed" lang={note.lang} sayings={sayings} />}
          {note.state === 'awaiting-co-sign' && <p>{sayNote({ id: 'note.not-alone' }, sayings)}</p>}
          {hash && (
            <p className={styles['hash']}>
              SHA-256: <code>{hash}</code>
            </p>
          )}
        </footer>
      </article>
      <div className={styles['side']}>
        {failed ? <ErrorNote error={failed} /> : null}
        {mayCoSign && (
          <Button onClick={() => void coSign()}>
            <Trans>Sign it too, as {staff.name}</Trans>
          </Button>
        )}
        {(mayCoSign || coSigned?.staffId === staff.staffId) && (
          <NextToCoSign noteId={note.id} done={coSigned !== null} />
        )}
        <SourcesPanel line={shown} given={{ record, treatments: body.treatments }} />
        {mayAdd && <AddWords note={note} onChanged={onChanged} />}
      </div>
    </div>
  )
}
