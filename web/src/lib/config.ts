import { PatientContent, PublicConfig } from '@dorsal/care'
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useLingui } from '@lingui/react'
import { ApiError, call, NetworkError, PATIENCE_MS } from './api.ts'
import { readChecked } from './checked.ts'
import { i18n } from './i18n.ts'
import { readKept } from './store.ts'

/** From the server, or without a connection as it was when everything that it names was last brought onto this device. */
async function fetchConfig(signal: AbortSignal): Promise<PublicConfig> {
  const kept = PublicConfig.safeParse(await readKept('config'))
  try {
    return await call('config', { signal, ...(kept.success && { patienceMs: PATIENCE_MS }) })
  } catch (error) {
    if (error instanceof NetworkError && kept.success) return kept.data
    throw error
  }
}

/** What the clinic set up: its name, emergency numbers, whether this is a demo. */
export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: ({ signal }) => fetchConfig(signal),
  staleTime: 5 * 60_000,
})

async function fetchContent(url: string, signal: AbortSignal): Promise<PatientContent> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new NetworkError('The server cannot be reached.')
  }
  const parse = (json: unknown) => PatientContent.safeParse(json)
  const json: unknown = response.ok ? await response.json().catch(() => null) : null
  const read = readChecked({ url, headers: response.headers, json }, parse)
  if (read === null)
    throw new ApiError({
      type: 'urn:dorsal:error:internal',
      code: 'internal',
      title: 'The questions could not be read.',
      status: response.status,
      detail: 'Try again in a minute.',
    })
  return read
}

/** Where the content is in the language of the page. There is no other language behind it: a text about safety is never shown in the wrong one. */
function contentUrlOf(contentUrl: string): string {
  return i18n.locale === 'en' ? contentUrl : contentUrl.replace(/\.json$/, `/${i18n.locale}.json`)
}

/** The questions, warning signs and movement tests of one content version; immutable under its address. */
export function contentQuery({ contentUrl }: Pick<PublicConfig, 'contentUrl'>) {
  const url = contentUrlOf(contentUrl)
  return queryOptions({
    queryKey: ['content', url],
    queryFn: ({ signal }) => fetchContent(url, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** The set-up once it is there; below a page whose loader or boundary waits for it. */
export function usePublicConfig(): PublicConfig {
  return useSuspenseQuery(configQuery).data
}

/** As it was when it was last brought onto this device. */
let recalled: PublicConfig | undefined

/** Reads what this device knows of the set-up, before the first page is drawn. Resolves to false where it knows nothing. */
export async function recallConfig(): Promise<boolean> {
  const kept = PublicConfig.safeParse(await readKept('config'))
  if (kept.success) recalled = kept.data
  return kept.success
}

/**
 * The set-up or nothing yet: for what stands on every page and must never hold it back. Until the server has told it, as this device knew
 * it, so that nothing moves; what a page is made of waits for the server's.
 */
export function useConfigIfKnown(): PublicConfig | undefined {
  return useQuery({ ...configQuery, placeholderData: () => recalled }).data
}

/** The patient's content, waiting for both the set-up and the file it names. */
export function usePatientContent(): PatientContent {
  // Read so that a change of language shows the content in the new one.
  useLingui()
  return useSuspenseQuery(contentQuery(usePublicConfig())).data
}
