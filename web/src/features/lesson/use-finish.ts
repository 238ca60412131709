import type { Lesson } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { keepLesson } from '../../lib/outbox-device.ts'
import { nowInstant } from '../../lib/time.ts'

export type FinishState = 'open' | 'sending' | 'sent' | 'kept'

/** Keeps that a lesson was read: on this device first, then sent; without a connection it waits here. */
export function useFinish(lesson: Lesson): { state: FinishState; done: (answer: string | null) => void } {
  const client = useQueryClient()
  const [state, setState] = useState<FinishState>('open')
  const done = async (answer: string | null) => {
    setState('sending')
    const { id: lessonId, version } = lesson
    const sent = await keepLesson({ id: newId(), at: nowInstant(), lessonId, version, answer })
    if (sent) await refreshMe(client).catch(() => undefined)
    setState(sent ? 'sent' : 'kept')
  }
  return { state, done: (answer) => void done(answer) }
}
