import type { Note, PatientRecord, Sayings, StaffMe } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Asides } from './asides.tsx'
import styles from './note.module.css'
import { NoteEditor } from './note-editor.tsx'
import { NOTE_LANGUAGES, sayingsIn, sayNote } from './note-sayings.ts'
import { STATE_WORDS } from './note-words.ts'
import { SignedNote } from './signed-note.tsx'
import { hasLeft } from './use-autosave.ts'

/** One note on a page of its own. */
export function NotePage() {
  const { id = '', noteId = '' }: { id?: string; noteId?: string } = useParams({ strict: false })
  return <OneNote id={id} noteId={noteId} />
}

/**
 * One note: to write while it is a draft, to read and add to once it is signed, to print at any time. `within`: it stands among other things on
 * a page that has a name already.
 */
export function OneNote({ id, noteId, within = false }: { id: string; noteId: string; within?: boolean }) {
  const queryClient = useQueryClient()
  const staff = useQuery<StaffMe | null>({ queryKey: ['staff'], queryFn: () => call('staffMe') }).data
  const record = useQuery({
    queryKey: ['patient', id],
    queryFn: ({ signal }) => call('patient', { params: { id }, signal }),
  })
  const note = useQuery({
    queryKey: ['note', id, noteId],
    queryFn: async ({ signal }) => {
      await hasLeft(noteId)
      return call('note', { params: { id, noteId }, signal })
    },
    // An open draft is its editor's: it learns of others when it saves, and is never changed under the writer's hands.
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const lang = NOTE_LANGUAGES.find((one) => one === note.data?.lang) ?? 'en'
  const sayings = useQuery({ queryKey: ['note-sayings', lang], queryFn: () => sayingsIn(lang) })
  const failed = record.error ?? note.error
  if (failed)
    return (
      <ErrorNote
        error={failed}
        onRetry={() => {
          void record.refetch()
          void note.refetch()
        }}
      />
    )
  if (!record.data || !note.data || !sayings.data || !staff) return <Waiting />
  const onChanged = (next: Note) => {
    queryClient.setQueryData(['note', id, noteId], next)
    void queryClient.invalidateQueries({ queryKey: ['notes', id] })
  }
  return (
    <div className={styles['page']}>
      <Head
        note={note.data}
        record={record.data}
        clinic={staff.clinic}
        sayings={sayings.data}
        within={within}
      />
      {note.data.state === 'draft' ? (
        <NoteEditor
          note={note.data}
          record={record.data}
          staff={staff}
          sayings={sayings.data}
          onSigned={onChanged}
        />
      ) : (
        <SignedNote
          note={note.data}
          record={record.data}
          staff={staff}
          sayings={sayings.data}
          onChanged={onChanged}
        />
      )}
      <Asides note={note.data} />
    </div>
  )
}

type HeadProps = { note: Note; record: PatientRecord; clinic: string; sayings: Sayings; within: boolean }

function Head({ note, record, clinic, sayings, within }: HeadProps) {
  const { i18n } = useLingui()
  const Title = within ? 'h3' : 'h1'
  return (
    <>
      {!within && (
        <p className={styles['way']}>
          <Link to="/patients/$id/notes" params={{ id: note.patientId }}>
            <Trans>← Notes of {record.label}</Trans>
          </Link>
        </p>
      )}
      <header className={styles['head']}>
        <Title lang={note.lang}>{sayNote({ id: `note.kind.${note.kind}` }, sayings)}</Title>
        <p>
          <strong>{record.label}</strong> · {clinic}
        </p>
        {note.state === 'draft' && (
          <p className={styles['onPaper']} lang={note.lang}>
            {sayNote({ id: 'note.unsigned' }, sayings)}
          </p>
        )}
        <p className={styles['state']} data-state={note.state}>
          {i18n._(STATE_WORDS[note.state])}
        </p>
        <p className={`${styles['quiet']} ${styles['begun']}`}>
          <Trans>
            Begun by {note.author.name}, {shortMomentOf(note.author.at, i18n.locale)}
          </Trans>
        </p>
        {within ? (
          <Link
            to="/patients/$id/notes/$noteId"
            params={{ id: note.patientId, noteId: note.id }}
            className={styles['print']}
          >
            <Trans>On a page of its own, to print</Trans>
          </Link>
        ) : (
          <Button look="quiet" className={styles['print'] ?? ''} onClick={() => window.print()}>
            <Trans>Print or save as PDF</Trans>
          </Button>
        )}
      </header>
    </>
  )
}
