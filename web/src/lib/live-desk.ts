import { type LiveChange, type LiveKind, type StaffRole, TEAM_ROLES } from '@dorsal/care'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { startLive } from './live.ts'

/** What of one person is shown under which key. A note that is open is left alone: it is never changed under its writer's hands. */
const OF_PERSON: Readonly<Record<LiveKind, readonly string[]>> = {
  thread: ['messages', 'patient'],
  note: ['notes', 'patient'],
  record: ['patient', 'notes', 'messages', 'documents', 'plan', 'course', 'sessions'],
  // Heard by the page of the visit itself.
  video: [],
  list: [],
}
/** What shows several people, old by any change of one of them. */
const LISTS = ['panel', 'message-calls', 'co-sign', 'co-sign-count', 'schedule']

const everything = [...new Set([...Object.values(OF_PERSON).flat(), ...LISTS])].map((name) => [name])

export function deskKeys(change: LiveChange | null): readonly QueryKey[] {
  if (change === null) return everything
  const { changed, patientId } = change
  if (changed === 'video') return []
  const theirs = patientId === null ? [] : OF_PERSON[changed].map((name) => [name, patientId])
  return [...theirs, ...LISTS.map((name) => [name])]
}

/** The desk hears of changes for as long as somebody who sees records is signed in. */
export function LiveDesk({ role }: { role: StaffRole }) {
  const client = useQueryClient()
  const listens = TEAM_ROLES.includes(role)
  useEffect(() => (listens ? startLive(client, '/api/live', deskKeys) : undefined), [client, listens])
  return null
}
