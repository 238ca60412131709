import type { Said, Signal } from '@dorsal/care'

/** How the way to the other side stands: none yet, being looked for, there, lost and looked for again, or not found for long. */
export type Link = 'apart' | 'connecting' | 'together' | 'lost' | 'failed'

export type RoomEvents = {
  /** Sound and picture of the other side; null: none yet. */
  onPicture: (stream: MediaStream | null) => void
  onLink: (link: Link) => void
  onSaid: (said: Said) => void
  /** The joints of the other side's body, packed (`lines.ts`). */
  onLines: (packed: ArrayBuffer) => void
}

/**
 * Where two people meet: sound, picture and words from one to the other. Whatever carries them (two browsers by themselves, a server for many)
 * stands behind this; the pages know no more. Nothing of it is kept anywhere, and there is no way to.
 */
export type Room = {
  /** Comes in with this sound and picture. Called again: those are put in place of the ones before. */
  join: (own: MediaStream) => void
  /** Goes; nothing is heard of it afterwards. */
  leave: () => void
  /** Says something to the other side; false where there is nobody to hear it. */
  send: (said: Said) => boolean
  /** Sends joints; what is late is dropped. */
  sendLines: (packed: ArrayBuffer) => void
}

/** The way by which two browsers tell each other how they can be reached. */
export type Signalling = {
  tell: (signal: Signal) => void
  /** Hears what the other one tells. Returns how to stop. */
  listen: (ear: (signal: Signal) => void) => () => void
}
