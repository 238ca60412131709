import type { Content } from '@dorsal/care'
import type { Db } from '../db/connect.ts'

export async function seedDemo(
  _: { db: Db; content: Content; tenantId: string; now: Date },
  _say: (line: string) => void,
): Promise<void> {}
