import { type ErrorCode, ERRORS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiError, NetworkError } from '../lib/api.ts'
import { Button } from './button.tsx'
import { Notice } from './card.tsx'
import { ERROR_WORDS } from './error-words.ts'

const isCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

/** A refusal in the language of the page, as far as its code is one that a person meets; else in the server's words. */
function Refused({ error }: { error: ApiError }) {
  const { i18n } = useLingui()
  const words = isCode(error.code) ? ERROR_WORDS[error.code] : undefined
  return (
    <p>
      <strong>{words ? i18n._(words.title) : error.message}</strong>{' '}
      {words ? i18n._(words.advice) : error.advice}
    </p>
  )
}

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
        ) : error instanceof ApiError ? (
          <Refused error={error} />
        ) : (
          <p>
            <strong>
              <Trans>Something went wrong on our side.</Trans>
            </strong>{' '}
            <Trans>What you entered is kept on this device.</Trans>
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
