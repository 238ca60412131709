import { LessonContent, LibraryContent, type PublicConfig } from '@dorsal/care'
import { queryOptions } from '@tanstack/react-query'
import { ApiError, NetworkError } from './api.ts'
import { readChecked } from './checked.ts'
import { languageNow } from './language.ts'

async function fetched<T>(
  url: string,
  parse: (json: unknown) => { success: true; data: T } | { success: false },
  signal: AbortSignal,
): Promise<T> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new NetworkError('The server cannot be reached.')
  }
  const json: unknown = response.ok ? await response.json().catch(() => null) : null
  const read = readChecked({ url, headers: response.headers, json }, parse)
  if (read === null)
    throw new ApiError({
      type: 'urn:dorsal:error:internal',
      code: 'internal',
      title: 'The library could not be read.',
      status: response.status,
      detail: 'Try again in a minute.',
    })
  return read
}

const forEver = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

const addressOf = ({ contentVersion }: Pick<PublicConfig, 'contentVersion'>, file: string): string =>
  `/content/${contentVersion}/${languageNow()}/${file}.json`

/** The lessons and what they cite, in the language of the page: one file, the same for everybody. */
export function lessonsQuery(config: PublicConfig) {
  const url = addressOf(config, 'lessons')
  return queryOptions({
    queryKey: ['lessons', url],
    queryFn: ({ signal }) => fetched(url, (json) => LessonContent.safeParse(json), signal),
    ...forEver,
  })
}

/** All exercises for reading, in the language of the page: one file, the same for everybody. */
export function libraryQuery(config: Pick<PublicConfig, 'contentVersion'>) {
  const url = addressOf(config, 'library')
  return queryOptions({
    queryKey: ['library', url],
    queryFn: ({ signal }) => fetched(url, (json) => LibraryContent.safeParse(json), signal),
    ...forEver,
  })
}
