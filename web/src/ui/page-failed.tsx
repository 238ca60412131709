import { useLingui } from '@lingui/react/macro'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorNote } from './error-note.tsx'
import { Page } from './page.tsx'

/** A page that could not be shown; the frame round it stays. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  return (
    <Page title={t`This page could not be shown`}>
      <ErrorNote
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </Page>
  )
}
