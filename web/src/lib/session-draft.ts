/** A session that is under way, as the player keeps it; sealed, and opaque here. `at`: when it was last written. */
export type DraftRow = { key: 'session'; state: unknown; at: string }

export type DraftStore = {
  get: () => Promise<DraftRow | undefined>
  put: (row: DraftRow) => Promise<void>
  remove: () => Promise<void>
}

type Given = {
  store: DraftStore
  seal: (state: unknown) => Promise<unknown>
  open: (sealed: unknown) => Promise<unknown>
  /** The device's clock. */
  now: () => string
  /** Whether something written then has been kept for as long as it may be. */
  isOver: (at: string) => boolean
}

/** The session under way: kept at every step, so that a crash or a reload loses nothing of it, and ended like all that is kept here. */
export type SessionDraft = {
  /** Null where there is none, or none any more. */
  load: () => Promise<unknown>
  save: (state: unknown) => Promise<void>
  drop: () => Promise<void>
  /** Ends one that nobody came back to, also where no page asks for it. */
  endOld: () => Promise<void>
}

export function createSessionDraft({ store, seal, open, now, isOver }: Given): SessionDraft {
  const kept = async () => {
    const row = await store.get()
    if (row === undefined || !isOver(row.at)) return row
    await store.remove()
    return undefined
  }
  return {
    load: async () => {
      const row = await kept()
      return row === undefined ? null : open(row.state)
    },
    save: async (state) => store.put({ key: 'session', state: await seal(state), at: now() }),
    drop: () => store.remove(),
    endOld: async () => {
      await kept()
    },
  }
}
