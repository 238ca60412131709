import { type Certified, NOTE_KINDS, NOTE_WRITERS, type NoteKind, type StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { call } from '../../lib/api.ts'
import { dateOf, shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './note.module.css'
import { NOTE_LANGUAGES, type NoteLanguage } from './note-sayings.ts'
import { KIND_WORDS, STATE_WORDS } from './note-words.ts'
import { startNote } from './start-note.ts'

const LANGUAGE_NAMES: Readonly<Record<NoteLanguage, string>> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
}

/** The notes of one person, until when the plan of care holds, and a new one drafted from the record. */
export function NotesPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { i18n } = useLingui()
  const staff = useQuery<StaffMe | null>({ queryKey: ['staff'], queryFn: () => call('staffMe') }).data
  const notes = useQuery({
    queryKey: ['notes', id],
    queryFn: ({ signal }) => call('notes', { params: { id }, signal }),
  })
  if (notes.error) return <ErrorNote error={notes.error} onRetry={() => void notes.refetch()} />
  if (!notes.data || !staff) return <Waiting />
  return (
    <div className={styles['page']}>
      <p className={styles['way']}>
        <Link to="/patients/$id" params={{ id }}>
          <Trans>← The patient</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Notes</Trans>
      </h1>
      <PlanOfCare certified={notes.data.certified} />
      <NewNote id={id} staff={staff} />
      {notes.data.notes.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>No note yet.</Trans>
        </p>
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['list']}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Note</Trans>
                </th>
                <th scope="col">
                  <Trans>State</Trans>
                </th>
                <th scope="col">
                  <Trans>Written by</Trans>
                </th>
                <th scope="col">
                  <Trans>Last saved</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {notes.data.notes.map((note) => (
                <tr key={note.id}>
                  <th scope="row">
                    <Link to="/patients/$id/notes/$noteId" params={{ id, noteId: note.id }}>
                      {i18n._(KIND_WORDS[note.kind])}
                    </Link>
                  </th>
                  <td className={styles['state']} data-state={note.state}>
                    {i18n._(STATE_WORDS[note.state])}
                  </td>
                  <td>{note.author.name}</td>
                  <td>{shortMomentOf(note.saved.at, i18n.locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function PlanOfCare({ certified: { state, since, dueAt } }: { certified: Certified }) {
  const { i18n } = useLingui()
  const due = dueAt === null ? '' : dateOf(dueAt, i18n.locale)
  return (
    <p className={styles['certified']} data-state={state}>
      {state === 'none' ? (
        <Trans>There is no signed plan of care yet.</Trans>
      ) : state === 'overdue' ? (
        <Trans>▲ The plan of care ran out on {due}: write and sign a new one.</Trans>
      ) : state === 'due' ? (
        <Trans>◆ The plan of care holds until {due}: a new one is due soon.</Trans>
      ) : (
        <Trans>
          The plan of care of {dateOf(since ?? '', i18n.locale)} holds until {due}.
        </Trans>
      )}
    </p>
  )
}

function NewNote({ id, staff }: { id: string; staff: StaffMe }) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const own = useId()
  const kinds = NOTE_KINDS.filter((kind) => NOTE_WRITERS[kind].includes(staff.role))
  const [kind, setKind] = useState<NoteKind>('daily')
  const [lang, setLang] = useState<NoteLanguage>('en')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const start = async () => {
    setBusy(true)
    try {
      const noteId = await startNote(id, kind, lang)
      await navigate({ to: '/patients/$id/notes/$noteId', params: { id, noteId } })
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
