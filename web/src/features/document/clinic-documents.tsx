import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { newId } from '../../lib/new-id.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './document.module.css'
import { DocumentList } from './document-list.tsx'
import { EMPTY, GiveForm } from './give-form.tsx'

/** The documents of one person on their page: what they gave, what the clinic added, and a way to add one. */
export function ClinicDocuments({ patientId, label }: { patientId: string; label: string }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [draft, setDraft] = useState(EMPTY)
  const [open, setOpen] = useState(false)
  const doing = useDoing()
  const known = useQuery({
    queryKey: ['documents', patientId],
    queryFn: ({ signal }) => call('documents', { params: { id: patientId }, signal }),
    refetchInterval: pollEvery(60_000),
  })
  const changed = () => client.invalidateQueries({ queryKey: ['documents', patientId] })
  const add = () =>
    doing.run(async () => {
      const { file, kind, title } = draft
      if (file === null) return
      const body = { id: newId(), kind, title, ...file }
      await call('addDocument', { params: { id: patientId, documentId: body.id }, body })
      setDraft(EMPTY)
      setOpen(false)
      await changed()
    })
  return (
    <section aria-labelledby="documents" className={styles['block']}>
      <h2 id="documents">
        <Trans>Documents</Trans>
      </h2>
      {known.data ? (
        <DocumentList
          documents={known.data.documents}
          whoOf={({ from, by }) => (from === 'patient' ? label : (by ?? t`the clinic`))}
          addressOf={({ id }) => `/api/patients/${patientId}/documents/${id}/file`}
          onRemove={async ({ id }) => {
            await call('takeDocumentBack', { params: { id: patientId, documentId: id } })
            await changed()
          }}
        />
      ) : (
        known.error && <ErrorNote error={known.error} onRetry={() => void known.refetch()} />
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles['summary']}>
          <Trans>Add a document</Trans>
        </summary>
        <p className={styles['quiet']}>
          <Trans>The person sees it too.</Trans>
        </p>
        <GiveForm
          key={String(open)}
          draft={draft}
          onChange={setDraft}
          onGive={add}
          busy={doing.busy}
          failed={doing.failed}
          action={<Trans>Add to the record</Trans>}
        />
      </details>
    </section>
  )
}
