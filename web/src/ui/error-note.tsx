import { Trans } from '@lingui/react/macro'
import { ApiError, NetworkError } from '../lib/api.ts'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'

/** What went wrong, in words for the person, with a way to try again. Says nothing of what they entered being lost: it is not. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  return (
    <div role="alert">
      <Notice tone="warn">
        {error instanceof NetworkError ? (
          <p>
            <strong>
              <Trans>We cannot reach the server right now.</Trans>
            </strong>{' '}
            <Trans>What you entered is kept on this device. Check your connection and try again.</Trans>
          </p>
        ) : (
          <p>
            <strong>
              {error instanceof ApiError ? error.message : <Trans>Something went wrong on our side.</Trans>}
            </strong>{' '}
            {error instanceof ApiError ? (
              error.advice
            ) : (
              <Trans>What you entered is kept on this device.</Trans>
            )}
          </p>
        )}
        {error instanceof ApiError && error.fields.length > 0 && (
          <ul>
            {error.fields.map((field) => (
              <li key={field.path}>
                {field.path}: {field.message}
              </li>
            ))}
          </ul>
        )}
        {onRetry && (
          <div>
            <Button look="plain" onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          </div>
        )}
      </Notice>
    </div>
  )
}
