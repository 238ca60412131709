import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { ApiError } from '../../lib/api.ts'
import { Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'

const WHY: Readonly<Record<string, MessageDescriptor>> = {
  'slot-taken': msg`That time is taken: the therapist or every room that suits is busy. Nothing was changed.`,
  'own-visit': msg`This person has another visit at that time. Nothing was changed.`,
  'outside-rules': msg`That is outside of the hours or the rules of the clinic. It can be done with a reason.`,
  conflict: msg`Somebody changed this visit in the meantime. It is shown as it is now; nothing of yours was kept.`,
}

/** Why the calendar refused, in the words of the desk. */
export function Refused({ error }: { error: unknown }) {
  const { _ } = useLingui()
  const why = error instanceof ApiError ? WHY[error.code] : undefined
  if (why === undefined) return <ErrorNote error={error} />
  return (
    <div role="alert">
      <Notice tone="warn">{_(why)}</Notice>
    </div>
  )
}
