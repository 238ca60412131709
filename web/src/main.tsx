import { personRows } from '@dorsal/care'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { asks } from './lib/api.ts'
import { configQuery, recallConfig } from './lib/config.ts'
import { loadDraft } from './lib/draft.ts'
import { takeGivenConfig } from './lib/given-config.ts'
import { i18n } from './lib/i18n.ts'
import { keepFocus } from './lib/keep-focus.tsx'
import { speakOnDevice } from './lib/language.ts'
import { hasRecord, RECORD_OPENED } from './lib/me.ts'
import { createQueryClient } from './lib/query.ts'
import { endOld } from './lib/store.ts'
import { bringTextModels } from './lib/text-model.ts'
import { createPatientRouter } from './portals/patient/router.tsx'
import './ui/tokens.css'

// The content security policy forbids compiling code from text, which zod would otherwise try.
z.config({ jitless: true })
asks(personRows)

/** Where the server sent no words, nobody looks at an empty page for longer than this. */
const EMPTY_MS = 400

const queryClient = createQueryClient()
takeGivenConfig(queryClient)
bringTextModels(queryClient)
const [, configRecalled] = await Promise.all([speakOnDevice(), recallConfig(), loadDraft()])
const router = createPatientRouter(queryClient)
const root = document.getElementById('root')!
const FocusKept = keepFocus(root)

// The first thing that is drawn is the page itself: what stands there until then stays, and nothing moves when it comes.
const late = root.hasChildNodes() ? [] : [new Promise((resolve) => setTimeout(resolve, EMPTY_MS))]
const frame = configRecalled ? null : queryClient.prefetchQuery(configQuery)
await Promise.race([Promise.all([router.load(), frame]), ...late])

createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <FocusKept>
          <RouterProvider router={router} />
        </FocusKept>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)

/** Once there is a record, and after everything that the person waits for; where the connection goes before that, when it is back. */
async function makeReady(): Promise<void> {
  const code = await import('./lib/offline/start.ts').catch(() => null)
  if (code === null) window.addEventListener('online', () => void makeReady(), { once: true })
  else await code.startOffline(queryClient)
}

setTimeout(() => void endOld(), 1_000)
window.addEventListener(RECORD_OPENED, () => void makeReady())
if (await hasRecord()) setTimeout(() => void makeReady(), 1_000)
