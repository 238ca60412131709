import type { Content } from '@dorsal/care'
import type { JsonPath } from '../parts/json-lines.ts'

/** What a rule found: about which item (`where`, its id; `kind`, its folder, where ids may repeat), where in it, and what to do. */
export type Found = { where: string; message: string; kind?: string | undefined; path?: JsonPath | undefined }

/** Something wrong in content: which rule says so, and what it found. */
export type Finding = Found & { rule: string }

/** One rule of the linter: pure over the whole content. `kind`: the folder whose items it looks at, when it is one. */
export type LintRule = { id: string; kind?: string; check(content: Content): Found[] }
