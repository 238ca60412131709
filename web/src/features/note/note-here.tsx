import { type NoteKind, noteOfVisit, type StaffMe } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { NewNote } from './new-note.tsx'
import styles from './note.module.css'
import { OneNote } from './note-page.tsx'

type Props = { patientId: string; kind: NoteKind; visit: { day: string; zone: string } }

/** The note of a visit where the visit is: the one that was begun, or a new one. */
export function NoteHere({ patientId, kind, visit }: Props) {
  const queryClient = useQueryClient()
  const [begun, setBegun] = useState<string | null>(null)
  const staff = useQuery<StaffMe | null>({ queryKey: ['staff'], queryFn: () => call('staffMe') }).data
  const notes = useQuery({
    queryKey: ['notes', patientId],
    queryFn: ({ signal }) => call('notes', { params: { id: patientId }, signal }),
  })
  if (notes.error && !notes.data)
    return <ErrorNote error={notes.error} onRetry={() => void notes.refetch()} />
  if (!notes.data || !staff) return <Waiting />
  const noteId = begun ?? noteOfVisit(notes.data.notes, visit)?.id
  return (
    <div className={styles['page']}>
      {noteId === undefined ? (
        <NewNote
          id={patientId}
          staff={staff}
          first={kind}
          onStarted={(id) => {
            setBegun(id)
            void queryClient.invalidateQueries({ queryKey: ['notes', patientId] })
          }}
        />
      ) : (
        <OneNote key={noteId} id={patientId} noteId={noteId} within />
      )}
      <p className={styles['quiet']}>
        <Link to="/patients/$id/notes" params={{ id: patientId }}>
          <Trans>All notes</Trans>
        </Link>
      </p>
    </div>
  )
}
