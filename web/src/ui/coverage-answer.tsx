import type { CoverageReply } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'
import styles from './coverage-check.module.css'
import { COVERAGE_KIND_WORDS } from './coverage-words.ts'

type Props = { typed: string; reply: CoverageReply; busy: boolean; onMeant: (called: string) => void }

/** What a search came to. Something that is only like what was typed is asked about, and nothing is said of it yet. */
export function CoverageAnswer({ typed, reply, busy, onMeant }: Props) {
  const { i18n } = useLingui()
  const { listed, perhaps } = reply
  if (listed.length > 0)
    return listed.map((entry) => (
      <Notice key={`${entry.kind} ${entry.name}`} tone={entry.state === 'accepted' ? 'ok' : 'warn'}>
        <p className={styles['says']}>
          <span aria-hidden="true">{entry.state === 'accepted' ? '✓' : '○'}</span>
          {entry.state === 'accepted' ? (
            <Trans>{entry.name} is accepted here.</Trans>
          ) : (
            <Trans>{entry.name} is not accepted any more.</Trans>
          )}
        </p>
        <p className={styles['soft']}>{i18n._(COVERAGE_KIND_WORDS[entry.kind])}</p>
        {entry.note !== '' && <p>{entry.note}</p>}
        {entry.pays !== '' && (
          <p>
            <Trans>What you pay: {entry.pays}</Trans>
          </p>
        )}
      </Notice>
    ))
  if (perhaps.length > 0)
    return (
      <Notice>
        <p className={styles['says']}>
          <Trans>Did you mean one of these?</Trans>
        </p>
        <ul className={styles['names']}>
          {perhaps.map(({ kind, name, called }) => (
            <li key={`${kind} ${name}`}>
              <Button look="plain" disabled={busy} onClick={() => onMeant(called)}>
                {called === name ? name : `${name} (${called})`}
                <span className="visually-hidden">, {i18n._(COVERAGE_KIND_WORDS[kind])}</span>
              </Button>
            </li>
          ))}
        </ul>
        <p className={styles['soft']}>
          <Trans>None of them? Then it is not on our list.</Trans>
        </p>
      </Notice>
    )
  return (
    <Notice>
      <p className={styles['says']}>
        <span aria-hidden="true">○</span>
        <Trans>“{typed}” is not on our list.</Trans>
      </p>
      <p>
        <Trans>You can still come: see below, or ask the clinic.</Trans>
      </p>
    </Notice>
  )
}
