import type { Said } from '@dorsal/care'
import { useEffect, useEffectEvent } from 'react'
import type { Meeting } from './use-meeting.ts'

type Of<K extends Said['kind']> = Extract<Said, { kind: K }>

/** Hears what the other side says of one kind. */
export function useHear<K extends Said['kind']>(
  { hear }: Pick<Meeting, 'hear'>,
  kind: K,
  heard: (said: Of<K>) => void,
): void {
  const onSaid = useEffectEvent(heard)
  useEffect(
    () =>
      hear((said) => {
        if (said.kind === kind) onSaid(said as Of<K>)
      }),
    [hear, kind],
  )
}

/** Says something each time that the two come together, and each time that it changes: a page that was loaded anew knows nothing. */
export function useTell({ link, send }: Pick<Meeting, 'link' | 'send'>, said: Said): void {
  const text = JSON.stringify(said)
  const tell = useEffectEvent((what: string) => void send(JSON.parse(what) as Said))
  useEffect(() => {
    if (link === 'together') tell(text)
  }, [link, text])
}
