import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ProposalLines } from './change-line.tsx'
import styles from './panel-page.module.css'

type Fate = { done: true } | { done: false; why: unknown }

/** Low-risk proposals, person by person, each to be taken out; then one acceptance each, and what came of it. */
export function BulkAccept({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map())
  const [busy, setBusy] = useState(false)
  // Read once: what is accepted is what was shown, at the version that was shown.
  const list = useQuery({
    queryKey: ['low-risk'],
    queryFn: ({ signal }) => call('lowRisk', { signal }),
    staleTime: Infinity,
    gcTime: 0,
  })
  useEffect(() => heading.current?.focus(), [])
  const items = list.data?.items ?? []
  const left = items.filter(({ proposal }) => !out.has(proposal.id) && !fates.has(proposal.id))
  const accepted = [...fates.values()].filter(({ done }) => done).length
  const count = left.length
  const more = list.data?.more ?? 0
  async function acceptAll() {
    setBusy(true)
    for (const { proposal } of left) {
      const { id, lock } = proposal
      const fate = await call('acceptLowRisk', { params: { id }, body: { lock } }).then(
        (): Fate => ({ done: true }),
        (why: unknown): Fate => ({ done: false, why }),
      )
      setFates((before) => new Map(before).set(id, fate))
      if (!fate.done && !(fate.why instanceof ApiError)) break
    }
    setBusy(false)
    await client.invalidateQueries({ queryKey: ['panel'] })
  }
  return (
    <section aria-label={t`Low-risk changes`} className={styles['bulk']}>
      <h2 ref={heading} tabIndex={-1}>
        <Trans>Low-risk changes</Trans>
      </h2>
      <p className={styles['quiet']}>
        <Trans>
          Only changes of a dose that ease, or stay within the bounds you set; nobody with a warning sign, a
          flare-up, rising pain or an unanswered message. Take out whom you want to look at first.
        </Trans>
      </p>
      {list.isPending && <Waiting />}
      {list.error ? <ErrorNote error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && items.length === 0 && (
        <p>
          <Trans>There is none now.</Trans>
        </p>
      )}
      <ul className={styles['items']}>
        {items.map(({ patientId, label, proposal }) => {
          const fate = fates.get(proposal.id)
          return (
            <li key={proposal.id}>
              <label>
                <input
                  type="checkbox"
                  checked={!out.has(proposal.id)}
                  disabled={busy || fate !== undefined}
                  onChange={(event) => {
                    const next = new Set(out)
                    if (event.target.checked) next.delete(proposal.id)
                    else next.add(proposal.id)
                    setOut(next)
                  }}
                />
                <span>{label}</span>
              </label>
              <div>
                <ProposalLines proposal={proposal} />
                {fate && !fate.done && <ErrorNote error={fate.why} />}
                {fate && (
                  <p className={fate.done ? styles['well'] : styles['ill']}>
                    {fate.done ? (
                      <Trans>✓ Accepted</Trans>
                    ) : (
                      <>
                        <Trans>▲ Not accepted.</Trans>{' '}
                        <Link to="/patients/$id" params={{ id: patientId }}>
                          <Trans>Open the record</Trans>
                        </Link>
                      </>
                    )}
                  </p>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {more > 0 && (
        <p>
          <Plural value={more} one="# more after these." other="# more after these." />
        </p>
      )}
      <output>{fates.size > 0 && !busy && <Trans>{accepted} accepted.</Trans>}</output>
      <div className={styles['acts']}>
        {count > 0 && (
          <Button disabled={busy} onClick={() => void acceptAll()}>
            <Plural value={count} one="Accept # change" other="Accept # changes" />
          </Button>
        )}
        <Button look="quiet" disabled={busy} onClick={onClose}>
          <Trans>Back to the patients</Trans>
        </Button>
      </div>
    </section>
  )
}
