import { Plural, Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, call } from '../lib/api.ts'
import { discardDraft } from '../lib/draft.ts'
import { forgetRecord } from '../lib/me.ts'
import { stopPreparing } from '../lib/offline/prepare.ts'
import { sendQueued } from '../lib/outbox-device.ts'
import { eraseDevice } from '../lib/store.ts'
import { useKept } from '../lib/use-kept.ts'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'
import { ErrorNote } from './error-note.tsx'
import { Actions } from './page.tsx'

/** Erases the record on the server and everything on this device, after asking once. Says what was erased, and only then. */
export function EraseEverything() {
  const client = useQueryClient()
  const unsent = useKept().waiting.length
  const [state, setState] = useState<'rest' | 'asking' | 'erasing' | 'erased' | { error: unknown }>('rest')
  const erase = async () => {
    setState('erasing')
    try {
      await call('eraseMe')
    } catch (error) {
      const nothingThere = error instanceof ApiError && error.status === 401
      if (!nothingThere) return setState({ error })
    }
    await stopPreparing()
    await discardDraft()
    await (await import('../lib/outbox-device.ts')).eraseSessions().catch(() => undefined)
    // Last of all: whatever reads or writes after it would make the emptied store anew.
    await forgetRecord(client)
    await eraseDevice()
    setState('erased')
  }
  if (state === 'erased')
    return (
      <Notice tone="ok" live>
        <p>
          <Trans>Erased: your record on the server, and everything kept in this browser.</Trans>
        </p>
      </Notice>
    )
  if (state === 'rest')
    return (
      <div>
        <Button look="plain" onClick={() => setState('asking')}>
          <Trans>Erase my record</Trans>
        </Button>
      </div>
    )
  return (
    <Notice tone="warn" live>
      <p>
        <strong>
          <Trans>Erase everything?</Trans>
        </strong>{' '}
        <Trans>
          Your answers, plan and sessions are erased here and on the server. This cannot be undone.
        </Trans>
      </p>
      {unsent > 0 && (
        <p data-unsent={unsent}>
          <strong>
            <Plural
              value={unsent}
              one="One report on this device was not sent yet. It would be gone for good."
              other="# reports on this device were not sent yet. They would be gone for good."
            />
          </strong>
        </p>
      )}
      {typeof state === 'object' && <ErrorNote error={state.error} />}
      <Actions>
        {unsent > 0 && (
          <Button look="plain" disabled={state === 'erasing'} onClick={() => void sendQueued()}>
            <Trans>Send first</Trans>
          </Button>
        )}
        <Button look="danger" disabled={state === 'erasing'} onClick={() => void erase()}>
          <Trans>Yes, erase everything</Trans>
        </Button>
        <Button look="plain" onClick={() => setState('rest')}>
          <Trans>Keep it</Trans>
        </Button>
      </Actions>
    </Notice>
  )
}
