import { Refusal } from '@dorsal/care'
import type { HandlersOf } from '../http/contract-routes.ts'

export const proposalRoutes: HandlersOf<'answerProposal'> = {
  answerProposal: async () => {
    throw new Refusal('unavailable')
  },
}
