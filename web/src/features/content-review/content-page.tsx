import { REVIEW_GROUPS, REVIEW_KINDS, type ReviewGroup, type ReviewKind, type ReviewRow } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './content-review.module.css'
import { Leads } from './leads.tsx'
import { Refused } from './refused.tsx'
import { StateChip } from './state-chip.tsx'
import { contentReviewQuery, countOf, useActs } from './use-review.ts'
import { GROUP_WORDS, KIND_WORDS } from './words.ts'

const kindsOf = (group: ReviewGroup): ReviewKind[] =>
  (Object.keys(REVIEW_KINDS) as ReviewKind[]).filter((kind) => REVIEW_KINDS[kind] === group)

/** How far a part is: as a bar for the eye, in words for everybody. */
function Progress({ rows, name }: { rows: readonly ReviewRow[]; name: string }) {
  const { t } = useLingui()
  const { all, signed, changed, returned } = countOf(rows)
  const parts = [
    t`${signed} of ${all} signed`,
    ...(changed > 0 ? [t`${changed} changed since`] : []),
    ...(returned > 0 ? [t`${returned} returned`] : []),
  ]
  return (
    <span className={styles['progress']}>
      <progress value={signed} max={Math.max(all, 1)} aria-label={name} />
      <span>{parts.join(' · ')}</span>
    </span>
  )
}

const canBeSigned = ({ opened, state }: ReviewRow): boolean => opened && state !== 'signed'

type ItemsProps = {
  rows: readonly ReviewRow[]
  chosen: ReadonlySet<string>
  onChoose: ((key: string) => void) | null
}

function Items({ rows, chosen, onChoose }: ItemsProps) {
  const { t } = useLingui()
  return (
    <ul className={styles['items']}>
      {rows.map((row) => (
        <li key={row.key} data-item={row.key}>
          {onChoose !== null && (
            <input
              type="checkbox"
              aria-label={t`Choose ${row.title} to be signed`}
              disabled={!canBeSigned(row)}
              checked={chosen.has(row.key)}
              onChange={() => onChoose(row.key)}
            />
          )}
          <Link to="/content/$kind/$item" params={{ kind: row.kind, item: row.id }}>
            {row.title}
          </Link>
          <span className={styles['soft']}>
            {row.id}@{row.version}
            {row.opened && (
              <>
                {' '}
                · <Trans>read</Trans>
              </>
            )}
          </span>
          <StateChip row={row} />
          {row.state === 'returned' && <q className={styles['words']}>{row.words}</q>}
        </li>
      ))}
    </ul>
  )
}

type KindProps = ItemsProps & { kind: ReviewKind }

function Kind({ kind, rows, ...given }: KindProps) {
  const { i18n } = useLingui()
  return (
    <details className={styles['kind']} data-kind={kind}>
      <summary>
        <h3>{i18n._(KIND_WORDS[kind])}</h3>
        <Progress rows={rows} name={i18n._(KIND_WORDS[kind])} />
      </summary>
      <Items rows={rows} {...given} />
    </details>
  )
}

/** Everything that the clinic's lead reviews, part by part: how far, what changed since, what was returned, and the way to each item. */
export function ContentPage({ admin }: { admin: boolean }) {
  const { t, i18n } = useLingui()
  const review = useQuery(contentReviewQuery)
  const { act, error, busy } = useActs()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (review.isPending) return <Waiting />
  if (!review.data) return <ErrorNote error={review.error} onRetry={() => void review.refetch()} />
  const { rows, refusal, leads } = review.data
  const picked = rows.filter((row) => chosen.has(row.key) && canBeSigned(row))
  const choose = (key: string) =>
    setChosen((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]))
  const sign = async () => {
    if (await act('sign', picked)) setChosen(new Set())
  }
  return (
    <div className={styles['page']}>
      <title>{`${t`Content`} · Dorsal`}</title>
      <h1>
        <Trans>Review of the content</Trans>
      </h1>
      <p className={styles['lead']}>
        <Trans>
          What the rules, warning signs and exercises say is the clinic’s to answer for. Open an item, read
          it, then sign it or return it. What was not opened cannot be signed.
        </Trans>
      </p>
      <p>
        <Link to="/templates">
          <Trans>Templates of the clinic</Trans>
        </Link>
      </p>
      <Progress rows={rows} name={t`All content`} />
      <Refused code={refusal} />
      {admin && <Leads leads={leads} />}
      {error ? <ErrorNote error={error} /> : null}
      {picked.length > 0 && (
        <div className={styles['bulk']}>
          <Notice live>
            <p>
              <Trans>Chosen of what you have read:</Trans> {picked.map(({ title }) => title).join(' · ')}
            </p>
          </Notice>
          <Button disabled={busy} onClick={() => void sign()}>
            <Trans>Sign the chosen: {picked.length}</Trans>
          </Button>
        </div>
      )}
      {REVIEW_GROUPS.map((group) => (
        <section key={group} className={styles['group']}>
          <h2>{i18n._(GROUP_WORDS[group])}</h2>
          {kindsOf(group).map((kind) => (
            <Kind
              key={kind}
              kind={kind}
              rows={rows.filter((row) => row.kind === kind)}
              chosen={chosen}
              onChoose={refusal === null ? choose : null}
            />
          ))}
        </section>
      ))}
    </div>
  )
}
