import {
  type CardId,
  type DocumentSent,
  OUTCOMES,
  type PatientContent,
  type PublicConfig,
  type RedFlag,
  screenTitle,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError, call } from '../../lib/api.ts'
import { refreshMe } from '../../lib/me.ts'
import { newId } from '../../lib/new-id.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card, Notice } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { NoteCheck } from '../../ui/note-check.tsx'
import { Actions, Page, Stack } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { HelpFirst } from '../../ui/written-danger.tsx'
import { DocumentList } from './document-list.tsx'
import { type Draft, EMPTY, GiveForm } from './give-form.tsx'

const KEY = ['documents']
type Answers = DocumentSent['answers']

/** Gives a document. A file that is not taken is told as such, also where the words about it were heard all the same. */
async function sent(draft: Draft, lang: string, answers: Answers): Promise<CardId | null> {
  const { file, kind, title } = draft
  if (file === null) return null
  const body = { id: newId(), kind, title, ...file, lang, answers }
  const { refused, card } = await call('giveDocument', { params: { id: body.id }, body })
  if (refused !== null)
    throw new ApiError({
      type: `urn:dorsal:error:${refused}`,
      code: refused,
      title: '',
      status: 422,
      detail: '',
    })
  return card
}

function Give({
  content,
  config,
  onGiven,
}: {
  content: PatientContent
  config: PublicConfig
  onGiven: () => void
}) {
  const { i18n } = useLingui()
  const [draft, setDraft] = useState(EMPTY)
  const [asks, setAsks] = useState<readonly RedFlag[]>([])
  const [danger, setDanger] = useState<CardId | null>(null)
  const [given, setGiven] = useState(0)
  const doing = useDoing()
  const send = (answers: Answers) => {
    setAsks([])
    const { result } = screenTitle(
      { ...draft, lang: i18n.locale, answers },
      content.redFlags,
      content.version,
    )
    // Help comes first, whatever becomes of the file.
    if (result.card !== null && OUTCOMES[result.disposition].card === 'stop') setDanger(result.card)
    return doing.run(async () => {
      await sent(draft, i18n.locale, answers)
      setDraft(EMPTY)
      setGiven((so) => so + 1)
      onGiven()
    })
  }
  const give = async () => {
    const wish = { ...draft, lang: i18n.locale, answers: {} }
    const open = screenTitle(wish, content.redFlags, content.version).asks
    if (open.length > 0) setAsks(open)
    else await send({})
  }
  const no = (items: readonly RedFlag[]): Answers =>
    Object.fromEntries(items.map(({ id }) => [id, 'no' as const]))
  return (
    <Stack>
      {danger !== null && <HelpFirst card={danger} config={config} />}
      {asks.length > 0 ? (
        <NoteCheck
          items={asks}
          onNo={() => void send(no(asks))}
          onYes={(item) => void send({ ...no(asks.slice(0, asks.indexOf(item))), [item.id]: 'yes' })}
        />
      ) : (
        <GiveForm
          key={given}
          draft={draft}
          onChange={setDraft}
          onGive={give}
          busy={doing.busy}
          failed={doing.failed}
          action={<Trans>Give it to the clinic</Trans>}
        />
      )}
      {given > 0 && (
        <Notice tone="ok" live>
          <p>
            <Trans>The clinic has it now. Nobody may look at it today.</Trans>
          </p>
        </Notice>
      )}
    </Stack>
  )
}

type DocumentsPageProps = { content: PatientContent; config: PublicConfig }

/** The person's documents: what they gave the clinic and what the clinic gave them. */
export function DocumentsPage({ content, config }: DocumentsPageProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const known = useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('myDocuments', { signal }) })
  const { clinic } = config
  const changed = () => client.invalidateQueries({ queryKey: KEY })
  return (
    <Page
      title={t`Your documents`}
      lead={<Trans>Letters, reports and forms. You and those who treat you at {clinic} can see them.</Trans>}
    >
      <Card label={t`Give a document`}>
        <Stack>
          <h2>
            <Trans>Give a document</Trans>
          </h2>
          <Give
            content={content}
            config={config}
            onGiven={() => {
              void changed()
              void refreshMe(client).catch(() => undefined)
            }}
          />
        </Stack>
      </Card>
      <section aria-labelledby="documents">
        <Stack>
          <h2 id="documents">
            <Trans>All documents, the newest first</Trans>
          </h2>
          {known.isPending ? (
            <Waiting />
          ) : known.data === undefined ? (
            <ErrorNote error={known.error} onRetry={() => void known.refetch()} />
          ) : (
            <DocumentList
              documents={known.data.documents}
              whoOf={({ from, by }) => (from === 'patient' ? t`you` : (by ?? clinic))}
              addressOf={({ id }) => `/api/me/documents/${id}/file`}
              onRemove={async ({ id }) => {
                await call('removeDocument', { params: { id } })
                await changed()
              }}
            />
          )}
        </Stack>
      </section>
      <Actions>
        <Link to="/messages" className={buttonClass('plain', true)}>
          <Trans>Messages</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
