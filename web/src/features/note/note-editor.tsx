import {
  faultsOfNote,
  type Note,
  NOTE_SECTIONS,
  type NoteBody,
  type NoteLine,
  type PatientRecord,
  type Sayings,
  type SectionId,
  type StaffMe,
  type Treatment,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { nowInstant } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Conflict } from './conflict.tsx'
import styles from './note.module.css'
import { sayNote } from './note-sayings.ts'
import { KIND_WORDS } from './note-words.ts'
import { SaveLine } from './save-line.tsx'
import { Sentence } from './sentence.tsx'
import { SourcesPanel } from './sources-panel.tsx'
import { TreatmentFields } from './treatment-fields.tsx'
import { useAutosave } from './use-autosave.ts'

const EMPTY: Omit<Treatment, 'id'> = {
  technique: 'joint-mobilisation',
  segments: [],
  grade: null,
  side: null,
  minutes: null,
  painBefore: null,
  painAfter: null,
  response: null,
  words: null,
  override: null,
  carried: null,
  confirmed: true,
}

type Props = {
  note: Note
  record: PatientRecord
  staff: StaffMe
  sayings: Sayings
  onSigned: (note: Note) => void
}

/** A draft: its sentences beside their sources, the record of treatment, and what still keeps it from being signed. */
export function NoteEditor({ note: first, record, staff, sayings, onSigned }: Props) {
  const { t, i18n } = useLingui()
  const { body, change, state, error, note, save, choose, lock } = useAutosave(first)
  const [shown, setShown] = useState<string | null>(null)
  const [taken, setTaken] = useState<NoteLine[]>([])
  const [failed, setFailed] = useState<unknown>(null)
  const { role } = staff
  const tags = [
    ...new Set([...(record.plan?.precautionTags ?? []), ...(record.triage?.precautionTags ?? [])]),
  ]
  const faults = faultsOfNote(body, { tags, role })
  const set = (more: Partial<NoteBody>) => change({ ...body, ...more })
  const drop = (line: NoteLine) => {
    setTaken([line, ...taken])
    set({ lines: body.lines.filter((one) => one !== line) })
  }
  const add = (section: SectionId) => {
    const sources = [{ kind: 'author' as const, id: null, at: nowInstant(), part: [] }]
    const line: NoteLine = { id: `own.${newId()}`, section, text: '', drafted: null, sources, ask: false }
    set({ lines: [...body.lines, line] })
    setShown(line.id)
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-sentence="${line.id}"] textarea`)?.focus(),
    )
  }
  const sign = async () => {
    setFailed(null)
    try {
      onSigned(
        await call('signNote', {
          params: { id: first.patientId, noteId: first.id },
          body: { lock: lock.current },
        }),
      )
    } catch (problem) {
      setFailed(problem)
    }
  }
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return
      event.preventDefault()
      if (state === 'typing' || state === 'unsent') void save()
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  })
  const line = body.lines.find(({ id }) => id === shown)
  const openLines = new Set(faults.flatMap((fault) => fault.line ?? []))
  return (
    <div className={styles['desk']}>
      <div className={styles['paper']} lang={first.lang}>
        {NOTE_SECTIONS[first.kind].map((section) => {
          const name = sayNote({ id: `note.section.${section}` }, sayings)
          return (
            <section key={section} aria-label={name}>
              <h2>{name}</h2>
              <ul className={styles['sentences']}>
                {body.lines
                  .filter((one) => one.section === section)
                  .map((one, index) => (
                    <Sentence
                      key={one.id}
                      line={one}
                      section={name}
                      number={index + 1}
                      shown={one.id === shown}
                      open={openLines.has(one.id)}
                      onShow={() => setShown(one.id)}
                      onChange={(text) =>
                        set({ lines: body.lines.map((each) => (each === one ? { ...one, text } : each)) })
                      }
                      onDrop={() => drop(one)}
                    />
                  ))}
              </ul>
              {section === 'treatment' && first.kind === 'daily' && (
                <>
                  {body.treatments.map((treatment, index) => (
                    <TreatmentFields
                      key={treatment.id}
                      treatment={treatment}
                      number={index + 1}
                      tags={tags}
                      role={role}
                      onChange={(next) =>
                        set({ treatments: body.treatments.map((one) => (one === treatment ? next : one)) })
                      }
                      onDrop={() => set({ treatments: body.treatments.filter((one) => one !== treatment) })}
                    />
                  ))}
                  <Button
                    look="quiet"
                    onClick={() => set({ treatments: [...body.treatments, { id: newId(), ...EMPTY }] })}
                  >
                    <Trans>Add a treatment</Trans>
                  </Button>
                </>
              )}
              <Button look="quiet" aria-label={t`Add a sentence to ${name}`} onClick={() => add(section)}>
                <Trans>Add a sentence</Trans>
              </Button>
            </section>
          )
        })}
      </div>
      <div className={styles['side']}>
        <SaveLine state={state} at={note.saved.at} />
        {error && state === 'unsent' ? <ErrorNote error={error} /> : null}
        {state === 'aside' && (
          <Conflict
            theirs={note}
            mine={body}
            onChoose={(mine) => {
              choose(mine)
              if (note.signed) onSigned(note)
            }}
          />
        )}
        {taken[0] && (
          <Button
            look="quiet"
            onClick={() => {
              const [back, ...rest] = taken
              if (back) set({ lines: [...body.lines, back] })
              setTaken(rest)
            }}
          >
            <Trans>Put back: {taken[0].text.slice(0, 60)}</Trans>
          </Button>
        )}
        <SourcesPanel line={line} given={{ record, treatments: body.treatments }} />
        <section aria-labelledby="signing" className={styles['signing']}>
          <h2 id="signing">
            <Trans>Signing</Trans>
          </h2>
          {faults.length > 0 && (
            <ul className={styles['faults']}>
              {[...new Set(faults.map(({ because }) => sayNote(because)))].map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
          <p className={styles['quiet']}>
            {role === 'assistant' ? (
              <Trans>
                A therapist signs it after you. Once signed, no word of it changes; you can only add to it.
              </Trans>
            ) : (
              <Trans>Once signed, no word of it changes; you can only add to it.</Trans>
            )}
          </p>
          {failed ? <ErrorNote error={failed} /> : null}
          <Button disabled={faults.length > 0 || state !== 'saved'} onClick={() => void sign()}>
            <Trans>
              Sign as {staff.name}: {i18n._(KIND_WORDS[first.kind])}
            </Trans>
          </Button>
        </section>
      </div>
    </div>
  )
}
