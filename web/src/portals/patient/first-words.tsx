import type { PublicConfig } from '@dorsal/care'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { HomePage } from '../../features/home/home-page.tsx'
import { configQuery } from '../../lib/config.ts'
import { directionOf } from '../../lib/direction.ts'
import { i18n } from '../../lib/i18n.ts'
import { type Language, speak } from '../../lib/language.ts'
import { meQuery, NO_RECORD } from '../../lib/me.ts'
import { createQueryClient } from '../../lib/query.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { PatientFrame } from './patient-frame.tsx'

export type FirstWords = { lang: Language; dir: string; title: string; home: string; waiting: string }

/**
 * What a person reads until the script has come, as markup: the first page as it is for somebody new, and the frame of every other page.
 * The server asks for it in each language; the very components of the pages say it, so that nothing is said twice.
 */
export async function firstWords(lang: Language, config: PublicConfig): Promise<FirstWords> {
  await speak(lang)
  const [home, waiting] = [await markup('/', config), await markup('/waiting', config)]
  const heading = /<h1[^>]*>([^<]+)</.exec(home)?.[1] ?? ''
  return { lang, dir: directionOf(lang), title: `${heading} · Dorsal`, home, waiting }
}

async function markup(path: string, config: PublicConfig): Promise<string> {
  const client = createQueryClient()
  client.setQueryData(configQuery.queryKey, config)
  client.setQueryData(meQuery.queryKey, NO_RECORD)
  const root = createRootRoute({ component: PatientFrame })
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/', component: HomePage }),
    createRoute({ getParentRoute: () => root, path: '/waiting', component: Waiting }),
  ]
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [path] }),
  })
  await router.load()
  try {
    return renderToString(
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </I18nProvider>,
    )
  } finally {
    client.clear()
  }
}
