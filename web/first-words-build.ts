import { resolve } from 'node:path'
import { build, type Plugin, type PluginOption, type Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } }

const isChunk = (file: Bundle[string] | undefined): file is Chunk => file?.type === 'chunk'

/** What a chunk needs at once: all that it imports, itself, and their styles, each after what it builds on. */
function atOnce(
  bundle: Bundle,
  name: string,
  files = new Set<string>(),
  seen = new Set<string>(),
): Set<string> {
  const chunk = bundle[name]
  if (!isChunk(chunk) || seen.has(name)) return files
  seen.add(name)
  for (const next of chunk.imports) atOnce(bundle, next, files, seen)
  for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css)
  return files.add(name)
}

/** The program of the patient's pages, which `first.ts` runs. */
const PROGRAM = /\/src\/main\.tsx$/

/** What every page of the patient needs at once. */
function filesOfAll(bundle: Bundle): Set<string> {
  const chunks = Object.values(bundle).filter(isChunk)
  const first = chunks.find(({ isEntry, name }) => isEntry && name === 'patient')
  const program = chunks.find(({ facadeModuleId }) => PROGRAM.test(facadeModuleId ?? ''))
  if (first === undefined || program === undefined) throw new Error('the build has no page of the patient')
  return atOnce(bundle, program.fileName, atOnce(bundle, first.fileName))
}

/** The files of each page of the patient beyond those of all: `/plan` is `portals/patient/plan-route.tsx`. */
function filesOfPages(bundle: Bundle): Record<string, string[]> {
  const chunks = Object.values(bundle).filter(isChunk)
  const there = filesOfAll(bundle)
  return Object.fromEntries(
    chunks.flatMap((chunk) => {
      const page = /\/(?:portals\/patient\/([\w-]+)-route|features\/(privacy)\/privacy-page)\.tsx$/.exec(
        chunk.facadeModuleId ?? '',
      )
      if (page === null) return []
      const files = [...atOnce(bundle, chunk.fileName)].filter((file) => !there.has(file))
      return [[`/${page[1] ?? page[2] ?? ''}`, files.map((file) => `/${file}`)]]
    }),
  )
}

/**
 * For the server, in a folder that is not served: the first words of the pages as a module that it asks for markup, and what each page
 * will need next.
 */
export function firstWords(plugins: () => PluginOption[]): Plugin {
  const root = import.meta.dirname
  return {
    name: 'dorsal-first-words',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      // The page begins with a few lines that run the program once the words are drawn; the program is fetched from the start all the same.
      handler: (html, { bundle, chunk }) => {
        if (bundle === undefined || chunk?.name !== 'patient') return []
        return [...filesOfAll(bundle)]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: {
              rel: file.endsWith('.css') ? 'stylesheet' : 'modulepreload',
              crossorigin: true,
              href: `/${file}`,
              // The words and their styles come first.
              ...(file.endsWith('.js') && { fetchpriority: 'low' }),
            },
          }))
      },
    },
    async generateBundle(_options, bundle) {
      const built = await build({
        configFile: false,
        root,
        logLevel: 'silent',
        publicDir: false,
        plugins: plugins(),
        // The channel between tabs would keep the server's process alive.
        define: { 'process.env.NODE_ENV': '"production"', BroadcastChannel: 'undefined' },
        ssr: { noExternal: true, target: 'node' },
        build: {
          write: false,
          ssr: resolve(root, 'src/portals/patient/first-words.tsx'),
          target: 'node20',
          minify: true,
          assetsInlineLimit: 0,
          rolldownOptions: { output: { codeSplitting: false } },
        },
      })
      const [output] = Array.isArray(built) ? built : [built]
      const code = output !== undefined && 'output' in output ? output.output[0].code : ''
      if (code === '') throw new Error('the first words could not be built')
      this.emitFile({ type: 'asset', fileName: '.server/first-words.js', source: code })
      const files = JSON.stringify(filesOfPages(bundle))
      this.emitFile({ type: 'asset', fileName: '.server/files-of-pages.json', source: files })
    },
  }
}
