const NAME = 'dorsal-video-visit'

/** Which video visit this tab was in, so that a page that is loaded anew goes back into it by itself. Gone with the tab. */
export function wasIn(visitId: string): boolean {
  try {
    return sessionStorage.getItem(NAME) === visitId
  } catch {
    return false
  }
}

export function noteIn(visitId: string | null): void {
  try {
    if (visitId === null) sessionStorage.removeItem(NAME)
    else sessionStorage.setItem(NAME, visitId)
  } catch {
    // Without it somebody presses once more.
  }
}
