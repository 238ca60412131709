import { REVIEW_WORDS_LEAST, type Reply } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { shortMomentOf } from '../../lib/time.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './content-review.module.css'
import { ExerciseBody } from './exercise-body.tsx'
import { Fields } from './fields.tsx'
import { RedFlagBody } from './red-flag-body.tsx'
import { Refused } from './refused.tsx'
import { StateChip } from './state-chip.tsx'
import { ThresholdsTable } from './thresholds-table.tsx'
import { contentReviewQuery, isKind, sheetQuery, useActs } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { ACT_WORDS, KIND_WORDS } from './words.ts'

type Sheet = Reply<'openForReview'>

function Body({ sheet }: { sheet: Sheet }) {
  if (sheet.row.kind === 'red-flags') return <RedFlagBody sheet={sheet} />
  if (sheet.row.kind === 'exercises') return <ExerciseBody sheet={sheet} />
  return <Fields of={sheet.item} />
}

/** The same in the other languages, for whoever reads them. */
function Others({ others }: Pick<Sheet, 'others'>) {
  return others.map(({ lang, item }) => (
    <details key={lang} className={styles['part']}>
      <summary>
        <Trans>All of it in {lang.toUpperCase()}</Trans>
      </summary>
      <Fields of={item} without={['movement', 'patterns', 'dosage']} lang={lang} />
    </details>
  ))
}

function Sources({ references }: Pick<Sheet, 'references'>) {
  if (references.length === 0) return null
  return (
    <section>
      <h2>
        <Trans>Sources</Trans>
      </h2>
      <ul lang="en">
        {references.map(({ id, cite, about, check, note }) => (
          <li key={id}>
            <strong>{id}</strong> {cite}{' '}
            <span className={styles['soft']}>
              ({about}, {check})
            </span>
            {note !== null && <p className={styles['soft']}>{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ history }: Pick<Sheet, 'history'>) {
  const { i18n } = useLingui()
  if (history.length === 0) return null
  return (
    <section>
      <h2>
        <Trans>What was done with it</Trans>
      </h2>
      <ul className={styles['history']}>
        {history.map(({ act, at, by, version, hash, words }) => (
          <li key={`${at}${act}`}>
            {shortMomentOf(at, i18n.locale)} · {by.name} ({by.licence}) {i18n._(ACT_WORDS[act])}{' '}
            <span className={styles['soft']}>
              @{version} {hash.slice(0, 12)}
            </span>
            {words !== '' && <q>{words}</q>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type ActsProps = {
  row: Sheet['row']
  refusal: string | null
  next: (() => void) | null
  back: (() => void) | null
}

/** Sign, return with words, take back, go on: by button and by key. */
function Acts({ row, refusal, next, back }: ActsProps) {
  const { t } = useLingui()
  const { act, error, busy } = useActs()
  const [words, setWords] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const may = refusal === null
  const enough = words.trim().length >= REVIEW_WORDS_LEAST
  const signable = may && !busy && row.state !== 'signed'
  const withWords = async (name: 'return' | 'withdraw') => {
    if (await act(name, [row], words)) setWords('')
  }
  const sign = () => void act('sign', [row])
  useReviewKeys({
    ...(next !== null && { j: next }),
    ...(back !== null && { k: back }),
    ...(signable && { s: sign }),
    ...(may && { r: () => field.current?.focus() }),
  })
  return (
    <div className={styles['acts']}>
      {error ? <ErrorNote error={error} /> : null}
      <Refused code={refusal} />
      <p className={styles['tools']}>
        <Button disabled={!signable} onClick={sign}>
          <Trans>Sign</Trans> <kbd>s</kbd>
        </Button>
        <Button look="plain" disabled={back === null} onClick={() => back?.()}>
          <Trans>Back</Trans> <kbd>k</kbd>
        </Button>
        <Button look="plain" disabled={next === null} onClick={() => next?.()}>
          <Trans>Next</Trans> <kbd>j</kbd>
        </Button>
        <Link to="/content" className={buttonClass('quiet')}>
          <Trans>All items</Trans>
        </Link>
      </p>
      {may && (
        <div className={styles['return']}>
          <label htmlFor={id}>
            <Trans>What is wrong, in words (at least {REVIEW_WORDS_LEAST} letters)</Trans> <kbd>r</kbd>
          </label>
          <textarea
            id={id}
            ref={field}
            rows={2}
            maxLength={1000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p className={styles['tools']}>
            <Button look="plain" disabled={!enough || busy} onClick={() => void withWords('return')}>
              <Trans>Return it</Trans>
            </Button>
            {row.state !== 'unsigned' && (
              <Button look="plain" disabled={!enough || busy} onClick={() => void withWords('withdraw')}>
                {row.state === 'returned' ? t`Take the return back` : t`Take the signature back`}
              </Button>
            )}
          </p>
        </div>
      )}
    </div>
  )
}

function Reading({ sheet, review }: { sheet: Sheet; review: Reply<'contentReview'> }) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  const { noteRows } = useActs()
  const { key, kind } = sheet.row
  const opened = useEffectEvent(() => {
    noteRows([sheet.row])
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  })
  useEffect(() => opened(), [])
  const at = review.rows.findIndex((one) => one.key === key)
  const row = review.rows[at] ?? sheet.row
  const to = (index: number) => {
    const one = review.rows[index]
    if (one === undefined) return null
    return () => void navigate({ to: '/content/$kind/$item', params: { kind: one.kind, item: one.id } })
  }
  return (
    <article className={styles['page']} data-review-item={key}>
      <title>{`${row.title} · Dorsal`}</title>
      <p className={styles['soft']}>
        {isKind(kind) ? i18n._(KIND_WORDS[kind]) : kind} · {row.id}@{row.version} · {row.hash.slice(0, 12)} ·{' '}
        {at + 1}/{review.rows.length}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {row.title}
      </h1>
      <output>
        <StateChip row={row} />
        {row.words !== '' && <q className={styles['words']}>{row.words}</q>}
      </output>
      <Acts key={key} row={row} refusal={review.refusal} next={to(at + 1)} back={to(at - 1)} />
      <Body sheet={sheet} />
      <ThresholdsTable item={sheet.item} />
      <Sources references={sheet.references} />
      <Others others={sheet.others} />
      <History history={sheet.history} />
    </article>
  )
}

/** One item as it must be seen before it is signed. */
export function ReviewPage() {
  const { kind, item } = useParams({ strict: false })
  const review = useQuery(contentReviewQuery)
  const sheet = useQuery(sheetQuery(`${kind}/${item}`))
  if (review.isPending || sheet.isPending) return <Waiting />
  const failed = review.error ?? sheet.error
  if (!review.data || !sheet.data) return <ErrorNote error={failed} onRetry={() => void sheet.refetch()} />
  return <Reading key={sheet.data.row.key} sheet={sheet.data} review={review.data} />
}
