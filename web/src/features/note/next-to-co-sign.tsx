import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useCoSignQueue } from './co-sign-queue.ts'
import styles from './note.module.css'
import { KIND_WORDS } from './note-words.ts'

/** From a note to the others that wait. Once this one is signed the next has the focus: Enter goes on. */
export function NextToCoSign({ noteId, done }: { noteId: string; done: boolean }) {
  const { i18n } = useLingui()
  const queue = useCoSignQueue()
  const on = useRef<HTMLParagraphElement>(null)
  const before = useRef(done)
  const all = queue.data?.notes ?? []
  const others = all.filter((one) => one.noteId !== noteId)
  const [first] = others
  // After this one in the list, and from its beginning again at the end.
  const next =
    others[
      Math.max(
        0,
        all.findIndex((one) => one.noteId === noteId),
      )
    ] ?? first
  useEffect(() => {
    if (done && !before.current) on.current?.querySelector('a')?.focus()
    before.current = done
  }, [done])
  return (
    <p ref={on} className={styles['next']}>
      {next && (
        <Link to="/patients/$id/notes/$noteId" params={{ id: next.patientId, noteId: next.noteId }}>
          <Trans>
            Next to co-sign: {i18n._(KIND_WORDS[next.kind])}, {next.label}
          </Trans>
        </Link>
      )}
      <Link to="/co-sign">
        {others.length === 0 ? (
          <Trans>No other note waits for you</Trans>
        ) : (
          <Plural value={others.length} one="# other note waits for you" other="# other notes wait for you" />
        )}
      </Link>
    </p>
  )
}
