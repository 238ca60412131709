import type { HandlersOf } from '../http/contract-routes.ts'

/** What is asked before a stream is opened: the gate lets in and the trail notes it, like any other look. */
export const liveRoutes: HandlersOf<'myLive' | 'live'> = {
  myLive: async () => ({ open: true }),
  live: async () => ({ open: true }),
}
