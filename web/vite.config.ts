import { resolve } from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { firstChunks } from './first-chunks.ts'
import { firstWords } from './first-words-build.ts'
import { linguiMacros } from './lingui-macros.ts'
import { offlineWorker } from './offline-build.ts'
import { shortRows } from './short-rows.ts'

/** In development, addresses below /clinician and /shared open the entries that the server gives for them in production. */
function otherEntries(): Plugin {
  return {
    name: 'dorsal-other-entries',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/clinician(\/[^.]*)?(\?|$)/.test(request.url ?? '')) request.url = '/clinician/index.html'
        if (/^\/shared(\?|$)/.test(request.url ?? '')) request.url = '/helper/index.html'
        next()
      })
    },
  }
}

const api = process.env['DORSAL_API'] ?? 'http://127.0.0.1:8080'

const words = () => [react(), linguiMacros(), lingui()]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [shortRows(), ...words(), otherEntries(), firstWords(words), offlineWorker()],
  assetsInclude: ['**/*.task'],
  worker: { format: 'es' },
  optimizeDeps: { exclude: ['@mediapipe/tasks-vision'] },
  server: { proxy: { '/api': api, '/content': api } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The strict content security policy allows neither data: addresses nor inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: firstChunks(import.meta.dirname) } },
      input: {
        patient: resolve(import.meta.dirname, 'index.html'),
        clinician: resolve(import.meta.dirname, 'clinician/index.html'),
        helper: resolve(import.meta.dirname, 'helper/index.html'),
      },
    },
  },
})
