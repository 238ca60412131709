import {
  type Actor,
  carriedOver,
  certifiedAt,
  certifiedUntil,
  draftNote,
  explain,
  faultsOfNote,
  lastBefore,
  lastTreated,
  type Note,
  type NoteAct,
  type NoteDraft,
  type NoteMark,
  NOTE_SENTENCES,
  Refusal,
  signedText,
  transition,
  treatmentsSince,
} from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { hashOf, newId, sha256 } from '../ids.ts'
import { inLanguage } from '../language/language.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { recordOf } from '../patient/patient.routes.ts'
import { holdPatient } from '../patient/patient.store.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { holdLicensed } from '../staff/licence.store.ts'
import {
  addAddendum,
  addNote,
  closeNote,
  coSign,
  heldNote,
  keepAside,
  type NoteKey,
  noteOf,
  notesOf,
  writeNote,
} from './note.store.ts'
import { planOfCareDays } from './plan-of-care.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

const markOf = ({ staffId, name, role }: Staff, now: Date): NoteMark => ({
  staffId,
  name,
  role,
  at: now.toISOString(),
})

const keyOf = ({ tenantId }: Staff, { id, noteId }: { id: string; noteId: string }): NoteKey => ({
  tenantId,
  patientId: id,
  noteId,
})

/** A role that may never do this to such a note is refused; one that only cannot now is told that it has changed. */
function allowed(note: Note, act: NoteAct, actor: Staff) {
  const to = transition(note, act, actor)
  if (to !== null) return to
  const ever = (['draft', 'awaiting-co-sign', 'signed', 'co-signed'] as const).some(
    (state) => transition({ ...note, state }, act, actor) !== null,
  )
  throw new Refusal(ever ? 'conflict' : 'forbidden')
}

/** The precautions of the person now: those of the plan, and those of the answers where there is no plan yet. */
async function tagsOf(tx: Call<'signNote'>['tx'], patientId: string): Promise<string[]> {
  const plan = await latestPlan(tx, patientId)
  const episode = await episodeOf(tx, patientId)
  return [...new Set([...(plan?.precautionTags ?? []), ...(episode?.triage.precautionTags ?? [])])]
}

/** A person's draft is theirs as they began it; anybody else's text is kept beside it, and so is one for a note that is signed. */
async function save({ tx, actor, params, body, now }: Call<'saveNote'>) {
  const key = keyOf(actor, params)
  const by = markOf(actor, now)
  await holdPatient(tx, params.id)
  const seen = await heldNote(tx, key)
  if (seen === null) {
    if (body.lock !== 0) throw new Refusal('not-found')
    const fresh = { kind: body.kind, state: 'draft' as const, signed: null }
    if (transition(fresh, 'save', actor) === null) throw new Refusal('forbidden')
    if (await addNote(tx, key, body, by)) return { outcome: 'saved' as const, note: await noteOf(tx, key) }
    throw new Refusal('conflict')
  }
  if (seen.kind !== body.kind)
    throw new Refusal('bad-input', [{ path: 'kind', message: 'This does not fit.' }])
  // The answer to the first try was lost on the way: the same text again is no second writer.
  const again = seen.saved.staffId === actor.staffId && hashOf(seen.body) === hashOf(body.body)
  if (again) return { outcome: 'saved' as const, note: seen }
  if (transition({ ...seen, state: 'draft' }, 'save', actor) === null) throw new Refusal('forbidden')
  const open = transition(seen, 'save', actor) !== null && seen.lock === body.lock
  // Whoever goes on with their own text after a conflict leaves the other one beside it, also where both are theirs, of two pages.
  const takesOver = seen.asides.some(
    (aside) => aside.by.staffId === actor.staffId && Date.parse(aside.by.at) >= Date.parse(seen.saved.at),
  )
  if (open && takesOver) await keepAside(tx, key, seen.body, seen.saved)
  const note = open ? await writeNote(tx, key, body, by) : null
  if (note !== null) return { outcome: 'saved' as const, note }
  await keepAside(tx, key, body.body, by)
  return { outcome: 'aside' as const, note: await noteOf(tx, key) }
}

async function sign({ tx, actor, params, body, now, deps }: Call<'signNote'>): Promise<Note> {
  await holdLicensed(tx, actor, { country: deps.config.country, now })
  const key = keyOf(actor, params)
  await holdPatient(tx, params.id)
  const seen = await heldNote(tx, key)
  if (seen === null) throw new Refusal('not-found')
  const { to } = allowed(seen, 'sign', actor)
  if (seen.lock !== body.lock) throw new Refusal('conflict')
  const faults = faultsOfNote(seen.body, { tags: await tagsOf(tx, params.id), role: actor.role })
  if (faults.length > 0)
    throw new Refusal(
      'bad-input',
      faults.map(({ because, line, treatment }) => ({
        path: line ?? treatment ?? 'note',
        message: explain(because, { lang: 'en', sentences: NOTE_SENTENCES, words: {} }),
      })),
    )
  const closed = { lock: body.lock, state: to, hash: sha256(signedText(seen)), by: markOf(actor, now) }
  const note = await closeNote(tx, key, closed)
  if (note === null) throw new Refusal('conflict')
  return note
}

async function signToo({ tx, actor, params, body, now, deps }: Call<'coSignNote'>): Promise<Note> {
  await holdLicensed(tx, actor, { country: deps.config.country, now })
  const key = keyOf(actor, params)
  const seen = await heldNote(tx, key)
  if (seen === null) throw new Refusal('not-found')
  allowed(seen, 'co-sign', actor)
  const note = await coSign(tx, key, body.lock, markOf(actor, now))
  if (note === null) throw new Refusal('conflict')
  return note
}

async function draft({ tx, params, now, deps }: Call<'draftOfNote'>) {
  const { content } = deps
  const record = await recordOf(tx, params.id, { content, texts: deps.texts, now })
  const notes = await notesOf(tx, params.id)
  const since = lastBefore(notes, params.kind)
  const drafted = draftNote({
    kind: params.kind,
    record,
    content,
    treatments: treatmentsSince(notes, since),
    since,
    now: now.toISOString(),
  })
  const last = params.kind === 'daily' ? lastTreated(notes) : null
  return {
    draft: inLanguage(drafted, params.lang, content, deps.config.contentDir) as NoteDraft,
    carried: last === null ? [] : carriedOver(last, () => newId(now)),
  }
}

export const noteRoutes: HandlersOf<
  'notes' | 'draftOfNote' | 'note' | 'saveNote' | 'signNote' | 'coSignNote' | 'addToNote'
> = {
  notes: async ({ tx, params, deps, now }) => {
    const notes = await notesOf(tx, params.id)
    const days = planOfCareDays(deps.content)
    return { notes, certified: certifiedUntil(certifiedAt(notes), days, now.toISOString()) }
  },
  draftOfNote: draft,
  note: ({ tx, actor, params }) => noteOf(tx, keyOf(actor, params)),
  saveNote: save,
  signNote: sign,
  coSignNote: signToo,
  addToNote: async ({ tx, actor, params, body, now }) => {
    const key = keyOf(actor, params)
    const seen = await heldNote(tx, key)
    if (seen === null) throw new Refusal('not-found')
    allowed(seen, 'addend', actor)
    await addAddendum(tx, key, { id: params.addendumId, text: body.text, by: markOf(actor, now) })
    return noteOf(tx, key)
  },
}
