import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

/** The clinic's own templates, each in its last version. */
export const templatesQuery = queryOptions({
  queryKey: ['plan-templates'],
  queryFn: async ({ signal }) => (await call('templates', { signal })).templates,
})
