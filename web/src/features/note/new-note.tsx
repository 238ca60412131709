import { NOTE_KINDS, NOTE_WRITERS, type NoteKind, type StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import styles from './note.module.css'
import { NOTE_LANGUAGES, type NoteLanguage } from './note-sayings.ts'
import { KIND_WORDS } from './note-words.ts'
import { startNote } from './start-note.ts'

const LANGUAGE_NAMES: Readonly<Record<NoteLanguage, string>> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
}

type Props = {
  id: string
  staff: StaffMe
  /** Which kind is offered first. */
  first?: NoteKind
  onStarted: (noteId: string) => void
}

/** A new note of a person, drafted from the record: which kind, and in which language. */
export function NewNote({ id, staff, first = 'daily', onStarted }: Props) {
  const { i18n } = useLingui()
  const own = useId()
  const kinds = NOTE_KINDS.filter((kind) => NOTE_WRITERS[kind].includes(staff.role))
  const [kind, setKind] = useState<NoteKind>(kinds.includes(first) ? first : 'daily')
  const [lang, setLang] = useState<NoteLanguage>('en')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const start = async () => {
    setBusy(true)
    try {
      onStarted(await startNote(id, kind, lang))
    } catch (problem) {
      setFailed(problem)
      setBusy(false)
    }
  }
  if (kinds.length === 0) return null
  return (
    <form
      className={styles['start']}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <div className={styles['cell']}>
        <label htmlFor={`${own}-kind`}>
          <Trans>New note</Trans>
        </label>
        <select
          id={`${own}-kind`}
          value={kind}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? kind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {i18n._(KIND_WORDS[one])}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['cell']}>
        <label htmlFor={`${own}-lang`}>
          <Trans>Written in</Trans>
        </label>
        <select
          id={`${own}-lang`}
          value={lang}
          onChange={(event) => setLang(NOTE_LANGUAGES.find((one) => one === event.target.value) ?? lang)}
        >
          {NOTE_LANGUAGES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" disabled={busy}>
        <Trans>Draft it from the record</Trans>
      </Button>
      {failed ? <ErrorNote error={failed} /> : null}
    </form>
  )
}
