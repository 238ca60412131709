import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import styles from './panel-page.module.css'
import type { Held } from './use-accept.ts'

/** What is about to be accepted and can still be taken back, or what came of it. */
export function HeldNote({
  held,
  onUndo,
  onDismiss,
}: {
  held: Held | null
  onUndo: () => void
  onDismiss: () => void
}) {
  return (
    <output className={styles['held']}>
      {held?.state === 'held' && (
        <Notice tone="accent">
          <Trans>The change for {held.label} is about to be accepted.</Trans>{' '}
          <Button look="plain" onClick={onUndo}>
            <Trans>Undo: u</Trans>
          </Button>
        </Notice>
      )}
      {held?.state === 'sent' && (
        <Notice tone="ok">
          <Trans>✓ Accepted for {held.label}.</Trans>{' '}
          <Button look="quiet" onClick={onDismiss}>
            <Trans>Close</Trans>
          </Button>
        </Notice>
      )}
      {held?.state === 'failed' && (
        <Notice tone="warn">
          <strong>
            <Trans>Not accepted for {held.label}.</Trans>
          </strong>
          <ErrorNote error={held.error} />
        </Notice>
      )}
    </output>
  )
}
