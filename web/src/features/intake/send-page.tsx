import type { IntakeReply, PublicConfig } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { changeDraft, discardDraft, type Draft } from '../../lib/draft.ts'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions, Page } from '../../ui/page.tsx'
import { intakeOfDraft } from './intake-of-draft.ts'

type SendPageProps = {
  draft: Draft
  config: PublicConfig
  /** The warning signs say that somebody should look first: said before sending, so that the card is no surprise. */
  held: boolean
  goTo: (stepId: string) => void
  onSent: (reply: IntakeReply) => Promise<void>
}

/** The last look before sending: what is sent to whom, and the way back to any answer. */
export function SendPage({ draft, config, held, goTo, onSent }: SendPageProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [state, setState] = useState<'ready' | 'sending' | { error: unknown }>('ready')
  const answered = Object.keys(draft.answers).length
  const tests = Object.keys(draft.movementTests).length + Object.keys(draft.selfTests).length

  const send = async () => {
    const body = intakeOfDraft(draft, config.country, new Date().toISOString())
    if (!body) return
    setState('sending')
    try {
      const reply = await call('sendIntake', { params: { id: draft.intakeId }, body })
      await refreshMe(client)
      await onSent(reply)
      await discardDraft()
    } catch (error) {
      // The first try arrived though its answer was lost, and the answers have changed since: they are another intake.
      if (error instanceof ApiError && error.code === 'id-taken') changeDraft({ intakeId: newId() })
      setState({ error })
      const first =
        error instanceof ApiError && error.code === 'incomplete-intake' ? error.fields[0] : undefined
      if (first) goTo(first.path.replace(/^answers\./, ''))
    }
  }
  return (
    <Page
      title={held ? t`One step left` : t`That was everything. Thank you.`}
      lead={<Trans>Your answers are still only on this device. Send them to {config.clinic} to go on.</Trans>}
    >
      <Card>
        <ul>
          <li>
            <Trans>{answered} questions answered</Trans>
          </li>
          {draft.goals.length > 0 && (
            <li>
              <Trans>What matters to you:</Trans> {draft.goals.map((goal) => goal.text).join(' · ')}
            </li>
          )}
          <li>
            {tests > 0 ? (
              <Trans>{tests} movements looked at; only the numbers are sent, no picture</Trans>
            ) : (
              <Trans>No movements looked at</Trans>
            )}
          </li>
        </ul>
      </Card>
      {held && (
        <Notice tone="warn">
          <p>
            <Trans>
              One of your answers means that somebody should look first. The next page says what to do.
            </Trans>
          </p>
        </Notice>
      )}
      {typeof state === 'object' && <ErrorNote error={state.error} onRetry={() => void send()} />}
      <Actions>
        <Button large disabled={state === 'sending'} onClick={() => void send()}>
          {state === 'sending' ? (
            <Trans>Sending…</Trans>
          ) : held ? (
            <Trans>Send and go on</Trans>
          ) : (
            <Trans>Send and see my plan</Trans>
          )}
        </Button>
        <Button look="plain" large onClick={() => goTo('born')}>
          <Trans>Look at my answers again</Trans>
        </Button>
      </Actions>
    </Page>
  )
}
