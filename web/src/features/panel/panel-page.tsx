import type { PanelRow } from '@dorsal/care'
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AnswerStrip } from './answer-strip.tsx'
import { BulkAccept } from './bulk-accept.tsx'
import { HeldNote } from './held-note.tsx'
import { KeptViews } from './kept-views.tsx'
import { KeyHelp } from './key-help.tsx'
import { PanelFilters } from './panel-filters.tsx'
import { type PanelKey, usePanelKeys } from './panel-keys.ts'
import { PanelNotices } from './panel-notices.tsx'
import styles from './panel-page.module.css'
import { PanelTable, type TableHandle } from './panel-table.tsx'
import { useAccept } from './use-accept.ts'
import { type Look, useLook, usePanel } from './use-panel.ts'

type Open = { patientId: string; mode: 'accept' | 'reject' }

/** The clinician's patients by need: who to look at first, and why; what waits of them answered from here. */
export function PanelPage() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const views = useQuery({ queryKey: ['views'], queryFn: ({ signal }) => call('views', { signal }) })
  const kept = views.data?.views ?? []
  const [look, setLook] = useLook(kept.find(({ first }) => first)?.filter ?? null)
  const [span, setSpan] = useState({ first: 0, last: 0 })
  const panel = usePanel(look, span)
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState<Open | null>(null)
  const [bulk, setBulk] = useState(false)
  const [help, setHelp] = useState(false)
  const table = useRef<TableHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const { held, accept, undo, dismiss } = useAccept()
  const rejecting = useDoing()
  const onShown = useCallback((first: number, last: number) => setSpan({ first, last }), [])
  const total = panel.head?.total ?? 0
  const row = panel.rowAt(active)

  const change = (part: Partial<Look>) => {
    setLook(part)
    setActive(0)
    setOpen(null)
  }
  const goTo = ({ patientId }: PanelRow, hash?: string) =>
    void navigate({ to: '/patients/$id', params: { id: patientId }, ...(hash !== undefined && { hash }) })
  // Where there is no plan yet there is what waits.
  const edit = (of: PanelRow) =>
    of.phase === null
      ? goTo(of, 'needs')
      : void navigate({ to: '/patients/$id/plan', params: { id: of.patientId } })
  const close = () => {
    setOpen(null)
    table.current?.focus(active)
  }
  const acceptNow = (of: PanelRow) => {
    const [proposal] = of.waiting
    if (!proposal?.low) return
    accept(of, proposal)
    close()
  }
  const reject = (of: PanelRow, note: string) =>
    void rejecting.run(async () => {
      const [proposal] = of.waiting
      if (proposal === undefined) return
      const body = { action: 'reject' as const, lock: proposal.lock, note }
      await call('answerProposal', { params: { id: proposal.id }, body })
      close()
      await client.invalidateQueries({ queryKey: ['panel'] })
    })
  const step = (by: number) => {
    const inTable = document.activeElement?.closest('tr[data-index]') !== null
    const to =
      inTable && document.activeElement !== null ? Math.max(0, Math.min(total - 1, active + by)) : active
    setOpen(null)
    setActive(to)
    table.current?.focus(to)
  }
  const withWaiting = (work: (of: PanelRow) => void) => {
    if (row !== undefined && row.waiting.length > 0) work(row)
  }
  const onKey: Record<PanelKey, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    a: () =>
      withWaiting((of) => {
        if (open?.mode === 'accept' && open.patientId === of.patientId) acceptNow(of)
        else setOpen({ patientId: of.patientId, mode: 'accept' })
      }),
    e: () => row && edit(row),
    r: () => withWaiting((of) => setOpen({ patientId: of.patientId, mode: 'reject' })),
    m: () => row && goTo(row, 'messages'),
    u: undo,
    '/': () => search.current?.focus(),
    '?': () => setHelp(!help),
    Escape: () => open && close(),
  }
  usePanelKeys((key) => {
    if (!bulk) onKey[key]()
  })

  if (!panel.head) return panel.error ? <ErrorNote error={panel.error} onRetry={panel.retry} /> : <Waiting />
  const { everybody, counts } = panel.head
  const answering = open === null || row === undefined || row.patientId !== open.patientId ? null : open
  return (
    <>
      <div className={styles['title']}>
        <h1>
          <Trans>Your patients</Trans>
        </h1>
        <p>
          <Plural value={everybody} one="# patient, by need" other="# patients, by need" />
          {total !== everybody && (
            <>
              {' · '}
              <Plural value={total} one="# shown" other="# shown" />
            </>
          )}
        </p>
        <Button look="quiet" className={styles['keys']} aria-expanded={help} onClick={() => setHelp(!help)}>
          <Trans>Keys: ?</Trans>
        </Button>
      </div>
      {help && <KeyHelp onClose={() => setHelp(false)} />}
      {panel.error ? <ErrorNote error={panel.error} onRetry={panel.retry} /> : null}
      <PanelNotices covering={panel.head.covering} handed={panel.head.handed} />
      {everybody === 0 ? (
        <p className={styles['empty']}>
          <Trans>
            Nobody has started yet. When somebody finishes the questions on your clinic's page, they appear
            here, with what they need from you.
          </Trans>
        </p>
      ) : bulk ? (
        <BulkAccept onClose={() => setBulk(false)} />
      ) : (
        <>
          <PanelFilters look={look} head={panel.head} search={search} onLook={change} />
          <div className={styles['tools']}>
            <KeptViews views={kept} look={look} onLook={change} onChanged={() => void views.refetch()} />
            {((counts['co-sign'] ?? 0) > 0 || (counts['proposal-waiting'] ?? 0) > 0) && (
              <Button look="plain" onClick={() => setBulk(true)}>
                <Trans>Low-risk changes…</Trans>
              </Button>
            )}
          </div>
          {total === 0 ? (
            <p className={styles['empty']}>
              <Trans>Nobody fits this.</Trans>{' '}
              <Button
                look="plain"
                onClick={() => change({ reasons: [], whose: 'all', phase: null, name: '' })}
              >
                <Trans>Show everybody</Trans>
              </Button>
            </p>
          ) : (
            <PanelTable
              handle={table}
              total={total}
              rowAt={panel.rowAt}
              active={active}
              onActive={setActive}
              onShown={onShown}
              onOpen={goTo}
              below={
                answering && row
                  ? {
                      patientId: row.patientId,
                      content: (
                        <AnswerStrip
                          key={row.waiting[0]?.id}
                          row={row}
                          mode={answering.mode}
                          busy={rejecting.busy}
                          failed={rejecting.failed}
                          onAccept={() => acceptNow(row)}
                          onReject={(note) => reject(row, note)}
                          onClose={close}
                        />
                      ),
                    }
                  : null
              }
            />
          )}
        </>
      )}
      <HeldNote held={held} onUndo={undo} onDismiss={dismiss} />
    </>
  )
}
