import type { PublicConfig } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { intakeOfDraft } from '../../features/intake/intake-of-draft.ts'
import { ApiError, call } from '../../lib/api.ts'
import { changeDraft, type Draft, draftNow } from '../../lib/draft.ts'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { nowInstant } from '../../lib/time.ts'

/** Time in which a wrong press can be taken back before the clinic's list is told. */
const GRACE_MS = 8_000
const AGAIN_MS = 20_000

/**
 * Brings the answer that stopped the intake to the clinic's list: after a short grace for a wrong press, and again until the
 * server has it. The card itself never waits for this.
 */
export function useSendStop(draft: Draft | null, config: PublicConfig): void {
  const client = useQueryClient()
  const waiting = draft?.stop?.sent === false
  const { country } = config
  useEffect(() => {
    if (!waiting) return
    let timer: ReturnType<typeof setTimeout>
    let over = false
    const send = async () => {
      const current = draftNow()
      const stop = current?.stop
      const body = current && intakeOfDraft(current, country, nowInstant())
      if (!current || !stop || !body) return
      try {
        await call('sendIntake', { params: { id: current.intakeId }, body })
        if (over) return
        // A corrected answer is another intake, under its own id.
        changeDraft({ stop: { ...stop, sent: true }, intakeId: newId() })
        await refreshMe(client)
      } catch (error) {
        // The first try arrived though its answer was lost, and the answers have changed since: they are another intake.
        if (error instanceof ApiError && error.code === 'id-taken') changeDraft({ intakeId: newId() })
        if (!over) timer = setTimeout(() => void send(), AGAIN_MS)
      }
    }
    timer = setTimeout(() => void send(), GRACE_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [waiting, client, country])
}
