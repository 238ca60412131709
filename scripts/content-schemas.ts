/** `npm run schemas`: writes content/schemas/*.json and the editor's map from the schemas in code; a test beside it holds them together. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Hidden } from '../content/src/clinic/clinic.ts'
import { jsonSchemaOf } from '../content/src/parts/json-schema.ts'
import { LISTS, SINGLES } from '../content/src/parts/kinds.ts'
import { Overlay } from '../content/src/texts/overlay.ts'

const FOLDER = new URL('../content/schemas/', import.meta.url)
const SETTINGS = new URL('../.vscode/settings.json', import.meta.url)

const nameOf = (kind: string): string => `${kind.replaceAll('/', '-')}.json`

/** Every schema file by its name, and the editor's settings that map files to them. */
export function schemaFiles(): { schemas: Map<string, string>; settings: string } {
  const lists = Object.entries(LISTS).map(([kind, schema]) => [kind, jsonSchemaOf(schema, true)] as const)
  const singles = Object.entries(SINGLES).map(
    ([kind, schema]) => [kind, jsonSchemaOf(schema, false)] as const,
  )
  const kinds = [...lists, ...singles]
  const schemas = new Map(kinds.map(([kind, text]) => [nameOf(kind), text]))
  schemas.set('translations.json', jsonSchemaOf(Overlay, false))
  schemas.set('hidden.json', jsonSchemaOf(Hidden, false))
  const map = [
    ...kinds.map(([kind]) => ({
      fileMatch: [`/content/data/${kind}/*.json`, `/content/data/${kind}.json`],
      url: `./content/schemas/${nameOf(kind)}`,
    })),
    { fileMatch: ['/content/locales/**/*.json'], url: './content/schemas/translations.json' },
    { fileMatch: ['hidden.json'], url: './content/schemas/hidden.json' },
  ]
  return { schemas, settings: `${JSON.stringify({ 'json.schemas': map }, null, 2)}\n` }
}

/** The files as they lie in the repository. */
export function keptFiles(): { schemas: Map<string, string>; settings: string } {
  const names = readdirSync(FOLDER).sort()
  return {
    schemas: new Map(names.map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')])),
    settings: readFileSync(SETTINGS, 'utf8'),
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { schemas, settings } = schemaFiles()
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, text] of schemas) writeFileSync(new URL(name, FOLDER), text)
  mkdirSync(new URL('./', SETTINGS), { recursive: true })
  writeFileSync(SETTINGS, settings)
  console.log(`${schemas.size} schemas`)
}
