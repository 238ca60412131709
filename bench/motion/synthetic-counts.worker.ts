/** Counts one exercise after the other as they are asked for. */
import { answer } from './shared-out.ts'
import { countOf } from './synthetic-counts.ts'

answer(countOf)
