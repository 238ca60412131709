import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** Who works where and who cares for whom, and how to look again after a change. */
export const useTeams = () =>
  useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => call('teams', { signal }) })
