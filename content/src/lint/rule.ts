import type { Content } from '@dorsal/care'

/** Something wrong in content: which rule says so, about which item, and what to do. */
export type Finding = { rule: string; where: string; message: string }

/** One rule of the linter: pure over the whole content. */
export type LintRule = { id: string; check(content: Content): { where: string; message: string }[] }
