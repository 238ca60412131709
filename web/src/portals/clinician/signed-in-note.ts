/**
 * A note on this device that somebody signed in here, so that the first look does not ask the server for a session that cannot be
 * there. It says nothing of who; the session itself is in a cookie that scripts cannot read.
 */
const KEY = 'dorsal-staff-signed-in'

/** Whether it is worth asking. Without storage (private windows): always. */
export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return true
  }
}

export function noteSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KEY, '1')
    else localStorage.removeItem(KEY)
  } catch {
    // Without storage the server is simply asked each time.
  }
}
