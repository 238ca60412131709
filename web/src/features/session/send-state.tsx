import { Trans } from '@lingui/react/macro'
import { outbox, sendQueued } from '../../lib/outbox-device.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { useSent } from './use-sent.ts'

/** Where the report is: on this device only, or acknowledged by the server. Never called saved before that. */
export function SendState({ id }: { id: string }) {
  const row = useSent(id)
  if (row?.state === 'sent')
    return (
      <Notice tone="ok" live>
        <p data-report="sent">
          <Trans>Saved. Your clinic’s server has this report.</Trans>
        </p>
      </Notice>
    )
  if (row?.state === 'refused')
    return (
      <Notice tone="warn" live>
        <p data-report="refused">
          <strong>{row.problem?.title}</strong> {row.problem?.advice}{' '}
          <Trans>The report is kept on this device.</Trans>
        </p>
        <div>
          <Button look="plain" onClick={() => void outbox.retry(id).then(sendQueued)}>
            <Trans>Try again</Trans>
          </Button>
        </div>
      </Notice>
    )
  if (row?.loose)
    return (
      <Notice tone="warn" live>
        <p data-report="loose">
          <strong>
            <Trans>Not sent yet, and this browser keeps nothing.</Trans>
          </strong>{' '}
          <Trans>Leave this page open until the report is sent. It is tried again and again.</Trans>
        </p>
      </Notice>
    )
  if (row === undefined) return null
  return (
    <Notice live>
      <p data-report="kept">
        <Trans>Kept on this device, will be sent. You can close this page.</Trans>
      </p>
    </Notice>
  )
}
