import type { Note, NoteBody } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'

export type SaveState = 'saved' | 'typing' | 'saving' | 'unsent' | 'aside'

/** What was typed and not saved yet, kept in this page's memory: it outlives a sign-in that has to be repeated. Never stored. */
const unsaved = new Map<string, { body: NoteBody; lock: number }>()

/** Notes that were left a moment after the last key, on the way to something else on the same page: what was typed is saved all the same. */
const leaving = new Map<string, Promise<void>>()

/** Ends when nothing of this note is on its way any more: read before that, it would be taken for somebody else's text. */
export const hasLeft = async (noteId: string): Promise<void> => leaving.get(noteId)

const PAUSE_MS = 1200
const AGAIN_MS = 5000

/**
 * A draft that saves itself a moment after the last key, one save at a time. Where somebody else saved first it stops: `theirs` is what
 * they saved; nothing goes on until a person has chosen.
 */
export function useAutosave(first: Note) {
  const { id } = first
  const queryClient = useQueryClient()
  const [begun] = useState(() => unsaved.get(id) ?? { body: first.body, lock: first.lock })
  const [body, setBody] = useState(begun.body)
  const [state, setState] = useState<SaveState>(unsaved.has(id) ? 'typing' : 'saved')
  const [saved, setSaved] = useState(first)
  const [error, setError] = useState<unknown>(null)
  const lock = useRef(begun.lock)
  const running = useRef<Promise<void> | null>(null)
  const latest = useRef(begun.body)

  const send = async (): Promise<void> => {
    const sent = latest.current
    setState('saving')
    try {
      const { patientId, kind, lang } = first
      const reply = await call('saveNote', {
        params: { id: patientId, noteId: id },
        body: { kind, lang, lock: lock.current, body: sent },
      })
      setError(null)
      setSaved(reply.note)
      if (reply.outcome === 'saved') lock.current = reply.note.lock
      if (reply.outcome === 'saved' && latest.current === sent) unsaved.delete(id)
      setState(reply.outcome === 'aside' ? 'aside' : latest.current === sent ? 'saved' : 'typing')
    } catch (failed) {
      setError(failed)
      setState('unsent')
      if (failed instanceof ApiError && failed.code === 'sign-in')
        await queryClient.invalidateQueries({ queryKey: ['staff'] })
    }
  }
  const save = (): Promise<void> =>
    (running.current ??= send().finally(() => {
      running.current = null
    }))

  useEffect(() => {
    const wait = state === 'typing' ? PAUSE_MS : state === 'unsent' ? AGAIN_MS : null
    if (wait === null) return
    const timer = setTimeout(() => void save(), wait)
    return () => clearTimeout(timer)
  })

  useEffect(() => {
    if (state === 'saved') return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [state])

  const leave = useRef(save)
  useEffect(() => {
    // What waits for a choice between two texts goes on waiting.
    leave.current = async () => (state === 'aside' ? undefined : save())
  })
  useEffect(
    () => () => {
      const last = async () => {
        await running.current
        if (unsaved.has(id)) await leave.current()
        leaving.delete(id)
      }
      if (unsaved.has(id)) leaving.set(id, last())
    },
    [id],
  )

  const change = (next: NoteBody): void => {
    latest.current = next
    unsaved.set(id, { body: next, lock: lock.current })
    setBody(next)
    if (state !== 'aside') setState('typing')
  }

  /** After somebody else saved first: go on with one of the two texts. The other stays beside the note. */
  const choose = (mine: boolean): void => {
    lock.current = saved.lock
    if (!mine) {
      latest.current = saved.body
      setBody(saved.body)
      unsaved.delete(id)
    }
    setState(mine ? 'typing' : 'saved')
  }

  return { body, change, state, error, note: saved, save, choose, lock }
}
