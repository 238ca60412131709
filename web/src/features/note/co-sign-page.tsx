import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isTyping } from '../../lib/is-typing.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useCoSignQueue } from './co-sign-queue.ts'
import styles from './note.module.css'
import { KIND_WORDS } from './note-words.ts'

/** j and k go from one link of the list to the next; Enter is the link's own. */
function useSteps() {
  const list = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (by === 0 || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return
      const links = [...(list.current?.querySelectorAll('a') ?? [])]
      const at = links.findIndex((link) => link === document.activeElement)
      event.preventDefault()
      links[at === -1 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])
  return list
}

/** Assistants' notes that wait for this therapist, whoever has waited longest first. */
export function CoSignPage() {
  const { i18n } = useLingui()
  const queue = useCoSignQueue()
  const list = useSteps()
  if (!queue.data)
    return queue.error ? <ErrorNote error={queue.error} onRetry={() => void queue.refetch()} /> : <Waiting />
  const { notes, more } = queue.data
  return (
    <div className={styles['page']}>
      <p className={styles['way']}>
        <Link to="/">
          <Trans>← Your patients</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Notes to co-sign</Trans>
      </h1>
      {notes.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>No note waits for you.</Trans>
        </p>
      ) : (
        <>
          <p className={styles['quiet']}>
            <Trans>The longest waiting first. Keys: j and k go down and up, Enter opens.</Trans>
          </p>
          <div className={styles['scroll']}>
            <table className={styles['list']}>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Patient</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Note</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Signed by</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Waits since</Trans>
                  </th>
                </tr>
              </thead>
              <tbody ref={list}>
                {notes.map((note) => (
                  <tr key={note.noteId}>
                    <th scope="row">
                      <Link
                        to="/patients/$id/notes/$noteId"
                        params={{ id: note.patientId, noteId: note.noteId }}
                      >
                        {note.label}
                      </Link>
                    </th>
                    <td>{i18n._(KIND_WORDS[note.kind])}</td>
                    <td>{note.signed.name}</td>
                    <td>{shortMomentOf(note.signed.at, i18n.locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {more > 0 && (
        <p className={styles['quiet']}>
          <Plural value={more} one="# more is not shown yet." other="# more are not shown yet." />
        </p>
      )}
    </div>
  )
}
