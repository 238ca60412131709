import type { PublicConfig } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useConsent } from '../../lib/consent.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import styles from '../../ui/list.module.css'
import { WhatIsKept } from '../../ui/what-is-kept.tsx'

type ConsentPageProps = { config: PublicConfig; onAgreed: () => Promise<void>; onBack: () => void }

/** What the person reads before the first question about their health. Agreeing opens an anonymous record on this device. */
export function ConsentPage({ config, onAgreed, onBack }: ConsentPageProps) {
  const { t } = useLingui()
  const [state, setState] = useState<'reading' | 'sending' | { error: unknown }>('reading')
  const giveConsent = useConsent(config.consentVersion)
  const agree = async () => {
    setState('sending')
    try {
      await giveConsent()
      await onAgreed()
    } catch (error) {
      setState({ error })
    }
  }
  return (
    <Page title={t`Before you begin`} lead={<Trans>Please read this. It takes about one minute.</Trans>}>
      <Card>
        <h2>
          <Trans>Who runs this</Trans>
        </h2>
        <p>
          <Trans>
            {config.clinic} runs this programme. {config.contactLine}
          </Trans>
        </p>
      </Card>
      <Card>
        <h2>
          <Trans>What is kept, where, and how long</Trans>
        </h2>
        <WhatIsKept days={config.anonRetentionDays} />
      </Card>
      <Card>
        <h2>
          <Trans>What this is not</Trans>
        </h2>
        <ul className={styles['list']}>
          <li>
            <Trans>It is not for emergencies, and nobody watches your answers around the clock.</Trans>
          </li>
          <li>
            <Trans>It does not make a diagnosis and does not replace a visit.</Trans>
          </li>
          <li>
            <Trans>
              It is for adults. If you are under 18, please ask a doctor or physical therapist instead.
            </Trans>
          </li>
        </ul>
      </Card>
      <p>
        <Trans>
          You do not have to agree. Reading these pages is fine without it; nothing about you is sent before
          you agree, and you can erase everything later.
        </Trans>
      </p>
      {typeof state === 'object' && <ErrorNote error={state.error} onRetry={() => void agree()} />}
      <Actions>
        <Button large disabled={state === 'sending'} onClick={() => void agree()}>
          {state === 'sending' ? <Trans>One moment…</Trans> : <Trans>I have read this and agree</Trans>}
        </Button>
        <Button look="plain" large onClick={onBack}>
          <Trans>Back</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
