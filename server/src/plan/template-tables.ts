import type { TemplateProgramme } from '@dorsal/care'
import type { ColumnType } from 'kysely'

/** The clinic's own templates. Versions are only added. */
export type TemplateTables = {
  'app.plan_template': {
    tenant_id: string
    template_id: string
    version: number
    name: string
    whom: string
    state: 'offered' | 'retired'
    programme: ColumnType<TemplateProgramme, string, never>
    by_id: string
    by_name: string
    at: ColumnType<Date, Date, never>
  }
}
