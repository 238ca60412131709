/**
 * Asks the browser not to clear what is kept here when the disk gets full. Asked once there is something to lose (a report that is not
 * sent yet) or when the person wishes to be ready: some browsers put the question to them. True: it will not.
 */
export async function askToKeep(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}
