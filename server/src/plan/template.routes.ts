import {
  type ClinicTemplate,
  explain,
  MOST_TEMPLATES,
  type PlanDraft,
  Refusal,
  templateFaults,
  TemplateWish,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { hashOf } from '../ids.ts'
import { addTemplate, templateRef, templatesOf, versionsOf } from './template.store.ts'

/** Where the same was sent again it is answered as the first time; anything else on top of an older version is refused. */
const sameAgain = (last: ClinicTemplate | undefined, base: number, wish: TemplateWish): boolean =>
  last !== undefined && last.version === base + 1 && hashOf(TemplateWish.parse(last)) === hashOf(wish)

async function put({ tx, actor, params, body, now, deps }: Call<'putTemplate'>): Promise<ClinicTemplate> {
  const { base, ...wish } = body
  const faults = templateFaults(wish.programme, deps.content.exercises)
  if (faults.length > 0)
    throw new Refusal(
      'bad-input',
      faults.map(({ path, because }) => ({ path: `programme.${path}`, message: explain(because) })),
    )
  const [last] = await versionsOf(tx, params.id)
  if (last !== undefined && sameAgain(last, base, wish)) return last
  if ((last?.version ?? 0) !== base) throw new Refusal('conflict')
  if (last === undefined && (await templatesOf(tx)).length >= MOST_TEMPLATES)
    throw new Refusal('bad-input', [
      { path: 'name', message: `A clinic can keep ${MOST_TEMPLATES} templates.` },
    ])
  const { tenantId, staffId, name } = actor
  const made = { id: params.id, version: base + 1, wish }
  if (!(await addTemplate(tx, { tenantId, staffId, name, now }, made))) throw new Refusal('conflict')
  return { ...wish, id: params.id, version: base + 1, by: name, at: now.toISOString() }
}

/**
 * A draft with the templates that it names as the clinic has them: under the name that the version had, whatever was sent. Refused where there
 * is no such version here.
 */
export async function withTemplatesKnown(tx: Tx, draft: PlanDraft): Promise<PlanDraft> {
  if (draft.templates === undefined) return draft
  const known = await Promise.all(draft.templates.map((one) => templateRef(tx, one)))
  const templates = known.filter((one) => one !== null)
  if (templates.length !== known.length)
    throw new Refusal('bad-input', [{ path: 'templates', message: 'There is no such template here.' }])
  return { ...draft, templates }
}

export const templateRoutes: HandlersOf<'templates' | 'templateVersions' | 'putTemplate'> = {
  templates: async ({ tx }) => ({ templates: await templatesOf(tx) }),
  templateVersions: async ({ tx, params }) => {
    const templates = await versionsOf(tx, params.id)
    if (templates.length === 0) throw new Refusal('not-found')
    return { templates }
  },
  putTemplate: put,
}
