import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from './button.tsx'
import styles from './camera-stage.module.css'
import { FAILURE_WORDS, type StageFailure } from './camera-words.ts'

type CameraFailedProps = { failure: StageFailure; detail: string; onRetry: () => void }

/** Why the camera cannot go on and what to do; everything else on the page goes on without it. */
export function CameraFailed({ failure, detail, onRetry }: CameraFailedProps) {
  const { i18n } = useLingui()
  const words = FAILURE_WORDS[failure]
  return (
    <div className={styles['failed']} role="alert" data-failure={failure}>
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" fill="none">
        <path
          d="M5 15a4 4 0 0 1 4-4h20a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM33 21l10-6v18l-10-6zM4 6l40 38"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <p className={styles['failedTitle']}>{i18n._(words.title)}</p>
      <p>{i18n._(words.advice)}</p>
      <Button look="plain" onClick={onRetry}>
        <Trans>Try again</Trans>
      </Button>
      <details className={styles['detail']}>
        <summary>
          <Trans>For the person who helps you</Trans>
        </summary>
        <code>
          {failure}: {detail}
        </code>
      </details>
    </div>
  )
}
