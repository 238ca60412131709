import { Refusal } from '@dorsal/care'
import type { HandlersOf } from '../http/contract-routes.ts'

export const clearFlags: HandlersOf<'clearFlags'>['clearFlags'] = async () => {
  throw new Refusal('unavailable')
}
