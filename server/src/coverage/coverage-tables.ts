import type { CoverageKind } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>

export type CoverageTables = {
  'app.coverage_entry': {
    tenant_id: string
    entry_id: string
    kind: CoverageKind
    name: string
    aliases: string[]
    state: 'accepted' | 'ended'
    note: string
    pays: string
    set_at: At
    set_by: string
  }
  'app.coverage_words': {
    tenant_id: string
    pay_yourself: string
    free_path: string
    set_at: At
    set_by: string
  }
}
