import type { Me, PublicConfig, SafetyCard, TriageResult } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { explain } from '../../lib/reasons.ts'
import { momentOf } from '../../lib/time.ts'
import { Card, Notice } from '../../ui/card.tsx'
import styles from './cards.module.css'

export type CardProps = {
  result: TriageResult
  config: PublicConfig
  me: Me | null
  /** The governed words of all cards, and of what would make it worse. */
  cards: readonly SafetyCard[]
  safetyNet: string
}

/** Why this card: the rules' own reasons, those that the person gave. */
export function Reasons({ result }: { result: TriageResult }) {
  const own = result.because.filter((because) => because.id !== 'triage.incomplete')
  const lines = [...new Set(own.map((because) => explain(because)))]
  if (lines.length === 0) return null
  return (
    <Card>
      <h2>
        <Trans>Why you see this</Trans>
      </h2>
      <ul className={styles['list']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  )
}

/**
 * What the clinic knows. Only an acknowledgement by a person is ground for saying that somebody has seen it; a stored record is
 * not, and an unsent one even less.
 */
export function WhoKnows({ me, config, stored }: Pick<CardProps, 'me' | 'config'> & { stored: boolean }) {
  const by = me?.task?.acknowledgedBy
  const at = me?.task?.acknowledgedAt
  // What is not sent yet nobody can have seen, whatever was seen before it.
  if (stored && by && at) {
    const when = momentOf(at)
    return (
      <Notice tone="ok">
        <p>
          <Trans>
            {by} of {config.clinic} saw this on {when}.
          </Trans>
        </p>
      </Notice>
    )
  }
  return (
    <Notice>
      <p>
        {stored ? (
          <Trans>
            Your answers are on the clinic’s list. Nobody has looked at them yet, so please do not wait for a
            call.
          </Trans>
        ) : (
          <Trans>Your answers are on this device only. Nobody at the clinic knows of them yet.</Trans>
        )}
      </p>
    </Notice>
  )
}

/** What to do, one thing a line, in its order. */
export function Steps({ of }: { of: readonly string[] }) {
  return (
    <ol className={styles['list']}>
      {of.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
