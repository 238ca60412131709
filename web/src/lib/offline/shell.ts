/** What a build consists of, as its service worker knows it. Made by the build. */
export type Shell = {
  /** Differs with every difference in any file. */
  version: string
  /** The script that the page of this build begins with: a page that does not name it is of another build. */
  entry: string
  /** Everything that the patient's pages need, but for the camera. */
  files: readonly string[]
  /** What the camera needs: kept on its first use, or when the person wishes to be ready. */
  camera: readonly string[]
}

/** The addresses of the patient's pages: all are answered with the one page of the build. Kept equal to the router's by a test. */
export const PATIENT_PAGES: readonly string[] = [
  '/',
  '/start',
  '/intake',
  '/check',
  '/result',
  '/plan',
  '/paper',
  '/share',
  '/messages',
  '/documents',
  '/devices',
  '/enter',
  '/today',
  '/day',
  '/check-in',
  '/daily',
  '/progress',
  '/replays',
  '/session',
  '/library',
  '/lesson',
  '/book',
  '/calendar',
  '/visits',
  '/visits/cadence',
  '/visits/$id',
  '/visits/$id/check-in',
  '/coverage',
  '/visit/$id/video',
  '/camera',
  '/privacy',
  '/reminders',
]

export const SHELL_CACHE = 'dorsal-shell-'
export const CONTENT_CACHE = 'dorsal-content'
export const CAMERA_CACHE = 'dorsal-camera'

/** How a request of a page of ours is answered; `pass`: as if there were no service worker. */
export type Way = 'page' | 'shell' | 'camera' | 'content' | 'pass'

/** Which way a request goes. What a person writes or reads of their record always goes to the server itself. */
export function wayOf(
  { method, mode, url }: { method: string; mode: string; url: string },
  origin: string,
  { files, camera }: Pick<Shell, 'files' | 'camera'>,
): Way {
  const { origin: from, pathname } = new URL(url)
  if (method !== 'GET' || from !== origin) return 'pass'
  if (mode === 'navigate') return PATIENT_PAGES.includes(pathname) ? 'page' : 'pass'
  if (pathname.startsWith('/content/')) return 'content'
  if (camera.includes(pathname)) return 'camera'
  return files.includes(pathname) || pathname.startsWith('/assets/') ? 'shell' : 'pass'
}
