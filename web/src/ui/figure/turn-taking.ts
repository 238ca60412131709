/**
 * A page has few WebGL contexts to give, and a phone's is shared with the pose model: one figure moves at a time. The latest to ask has
 * it; when it goes, it goes back to the one before.
 */
type Holder = { take: () => void; give: () => void }

const waiting: Holder[] = []

/** Asks for the stage. `take` is called when it is given, `give` when somebody else gets it. Returns how to leave. */
export function askForStage(take: () => void, give: () => void): () => void {
  const holder = { take, give }
  waiting.at(-1)?.give()
  waiting.push(holder)
  take()
  return () => {
    const had = waiting.at(-1) === holder
    waiting.splice(waiting.indexOf(holder), 1)
    if (!had) return
    give()
    waiting.at(-1)?.take()
  }
}
