import { type PatientContent, TextModel } from '@dorsal/care'
import { type QueryClient, queryOptions } from '@tanstack/react-query'

/** The classifier of the free-text screen is larger than all the rest together: it comes after the page, by itself. */
const QUIET_MS = 1_000
/** What could not be fetched is tried again; until it is there the screen reads by its rules alone, which err to the careful side. */
const AGAIN_MS = 30_000
const TRIES = 20

/** Where the classifier of a content version is; the same in every language, and for ever. */
export const textModelUrl = (version: string): string => `/content/${version}/text-model.json`

function textModelQuery(version: string) {
  return queryOptions({
    queryKey: ['text-model', version],
    queryFn: async ({ signal }) => {
      const response = await fetch(textModelUrl(version), { credentials: 'same-origin', signal })
      return TextModel.parse(await response.json())
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: TRIES,
    retryDelay: AGAIN_MS,
  })
}

/** The content with the classifier among its rules. */
export function withTextModel(content: PatientContent, textModel: TextModel): PatientContent {
  return { ...content, redFlags: { ...content.redFlags, textModel } }
}

/** Brings the classifier to every content that has come without it, in the background. */
export function bringTextModels(client: QueryClient): void {
  const bring = async (key: readonly unknown[], { version }: PatientContent) => {
    const model = await client.fetchQuery(textModelQuery(version)).catch(() => null)
    if (model === null) return
    client.setQueryData<PatientContent>(key, (now) =>
      now === undefined || now.version !== version || now.redFlags.textModel
        ? now
        : withTextModel(now, model),
    )
  }
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] !== 'content') return
    const content = query.state.data as PatientContent | undefined
    if (content === undefined || content.redFlags.textModel !== undefined) return
    setTimeout(() => void bring(query.queryKey, content), QUIET_MS)
  })
}
