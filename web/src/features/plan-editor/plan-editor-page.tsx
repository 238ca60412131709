import type { StaffMe } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { configQuery } from '../../lib/config.ts'
import { libraryQuery } from '../../lib/library.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { keptDraft } from './kept-draft.ts'
import { PlanEditor } from './plan-editor.tsx'
import styles from './plan-editor.module.css'

/** The plan of one person on a page of its own: what it holds, what may join it, what stands against it, what the rules would do next. */
export function PlanEditorPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  return (
    <>
      <p>
        <Link to="/patients/$id" params={{ id }}>
          <Trans>← Back to the record</Trans>
        </Link>
      </p>
      <PlanDesk id={id} />
    </>
  )
}

/** The desk itself. `within`: it stands among other things on a page that has a name already. */
export function PlanDesk({ id, within = false }: { id: string; within?: boolean }) {
  const staff = useQuery<StaffMe | null>({ queryKey: ['staff'], queryFn: () => call('staffMe') }).data
  const config = useQuery(configQuery).data
  const library = useQuery({
    ...libraryQuery(config ?? { contentVersion: '' }),
    enabled: config !== undefined,
  })
  const desk = useQuery({
    queryKey: ['plan-desk', id],
    queryFn: ({ signal }) => call('planDesk', { params: { id }, signal }),
    // A draft is never changed under the hands of whoever writes it.
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const staffId = staff?.staffId
  const kept = useQuery({
    queryKey: ['kept-plan-draft', staffId, id],
    queryFn: () => keptDraft(staffId ?? '', id),
    enabled: staffId !== undefined,
    gcTime: 0,
  })
  const failed = desk.error ?? library.error
  if (failed)
    return (
      <ErrorNote
        error={failed}
        onRetry={() => {
          void desk.refetch()
          void library.refetch()
        }}
      />
    )
  if (!desk.data || !library.data || !staff || kept.data === undefined) return <Waiting />
  return (
    <div className={styles['page']}>
      <PlanEditor
        patientId={id}
        within={within}
        staff={staff}
        desk={desk.data}
        library={library.data.exercises}
        kept={kept.data}
        onSaved={() => void desk.refetch()}
      />
    </div>
  )
}
