import { clinicRows } from '@dorsal/care'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { asks } from '../../lib/api.ts'
import { i18n } from '../../lib/i18n.ts'
import { createQueryClient } from '../../lib/query.ts'
import '../../ui/tokens.css'
import { ClinicianApp } from './clinician-app.tsx'

z.config({ jitless: true })
asks(clinicRows)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={createQueryClient()}>
        <ClinicianApp />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
