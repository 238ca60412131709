import { type CoverageEntry, plainWords } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './coverage.module.css'
import { EntryForm } from './entry-form.tsx'
import { EntryRow } from './entry-row.tsx'
import { PasteForm } from './paste-form.tsx'
import { WordsForm } from './words-form.tsx'

/** A long list is looked through by a name. */
const SHOWN = 50

const fits = ({ name, aliases }: CoverageEntry, asked: string): boolean =>
  [name, ...aliases].some((one) => plainWords(one).join(' ').includes(asked))

/** Which employers and health plans the clinic takes, as its administrator keeps it. */
export function CoverageDeskPage() {
  const { t } = useLingui()
  const list = useQuery({
    queryKey: ['coverage-entries'],
    queryFn: ({ signal }) => call('coverageEntries', { signal }),
  })
  const [edited, setEdited] = useState<string | null>(null)
  const [asked, setAsked] = useState('')
  if (list.isPending) return <Waiting />
  if (!list.data) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
  const again = () => void list.refetch()
  const done = () => {
    setEdited(null)
    again()
  }
  const { entries, words } = list.data
  const fit = entries.filter((entry) => fits(entry, plainWords(asked).join(' ')))
  const total = fit.length
  return (
    <>
      <title>{`${t`Coverage`} · Dorsal`}</title>
      <h1>
        <Trans>Coverage</Trans>
      </h1>
      <p>
        <Trans>
          Anybody can look up whether an employer or health plan is accepted. It says nothing about any
          person, and nobody’s search is kept.
        </Trans>
      </p>
      <Card label={t`What is said besides`}>
        <h2>
          <Trans>What is said besides</Trans>
        </h2>
        <WordsForm words={words} />
      </Card>
      <details className={styles['paste']}>
        <summary>
          <Trans>Paste a list</Trans>
        </summary>
        <PasteForm onKept={again} />
      </details>
      {edited === 'new' ? (
        <EntryForm entry={null} onDone={done} onCancel={() => setEdited(null)} />
      ) : (
        <div>
          <Button onClick={() => setEdited('new')}>
            <Trans>Add an employer or health plan</Trans>
          </Button>
        </div>
      )}
      {entries.length > 5 && (
        <Field label={t`Look through the list`} autoComplete="off" value={asked} onChange={setAsked} />
      )}
      <ul className={styles['rows']} aria-label={t`Employers and health plans`}>
        {fit.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            {edited === entry.id ? (
              <EntryForm entry={entry} onDone={done} onCancel={() => setEdited(null)} />
            ) : (
              <EntryRow entry={entry} onEdit={() => setEdited(entry.id)} onChanged={again} />
            )}
          </li>
        ))}
      </ul>
      {total > SHOWN && (
        <p>
          <Trans>
            {SHOWN} of {total} are shown. Look for the others by name.
          </Trans>
        </p>
      )}
    </>
  )
}
