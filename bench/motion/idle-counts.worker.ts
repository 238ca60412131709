/** Plays idle time before one exercise after the other as they are asked for. */
import { idleOf } from './idle-counts.ts'
import { answer } from './shared-out.ts'

answer(idleOf)
