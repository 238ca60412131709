import type { Certified, StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { dateOf, shortMomentOf } from '../../lib/time.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { NewNote } from './new-note.tsx'
import styles from './note.module.css'
import { KIND_WORDS, STATE_WORDS } from './note-words.ts'

/** The notes of one person, until when the plan of care holds, and a new one drafted from the record. */
export function NotesPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  const { i18n } = useLingui()
  const navigate = useNavigate()
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
      <NewNote
        id={id}
        staff={staff}
        onStarted={(noteId) => void navigate({ to: '/patients/$id/notes/$noteId', params: { id, noteId } })}
      />
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
