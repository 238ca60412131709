import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useEffectEvent, useState } from 'react'
import { canListen, listen } from '../../lib/listen.ts'
import { Button } from '../../ui/button.tsx'
import { useHear, useTell } from './use-hear.ts'
import type { Meeting } from './use-meeting.ts'
import styles from './video.module.css'

type Are = 'on' | 'off' | 'not-here'

/** A browser that does not say whether it can, cannot. */
const ANSWER_MS = 4_000
const never = (ms: number): Promise<false> => new Promise((done) => setTimeout(() => done(false), ms))

/** Turns what is said here into text for the other side while they wish it, on this device or not at all. Says how it stands. */
function useOwnWords(meeting: Meeting, speaking: boolean): Are {
  const { i18n } = useLingui()
  const [wished, setWished] = useState(false)
  const [are, setAre] = useState<Are>('off')
  useHear(meeting, 'captions', ({ on }) => setWished(on))
  const { link, send } = meeting
  const say = useEffectEvent((words: string) => void send({ kind: 'caption', words: words.slice(0, 1000) }))
  const lang = i18n.locale
  const listening = wished && speaking && link === 'together'
  useEffect(() => {
    if (!listening) return
    let over = false
    let stop = (): void => undefined
    const begin = async (): Promise<void> => {
      const can = await Promise.race([canListen(lang), never(ANSWER_MS)])
      if (over) return
      setAre(can ? 'on' : 'not-here')
      if (can) stop = listen(lang, say, () => setAre('not-here'))
    }
    void begin()
    return () => {
      over = true
      stop()
      setAre('off')
    }
  }, [listening, lang])
  useTell(meeting, { kind: 'captions-are', are })
  return are
}

const SHOWN = 3

/** What the other side says, as text, where their device can understand it without sending it anywhere; else the way that is left. */
export function Captions({ meeting, name, speaking }: { meeting: Meeting; name: string; speaking: boolean }) {
  const { t } = useLingui()
  const [on, setOn] = useState(false)
  const [theirs, setTheirs] = useState<Are>('off')
  const [lines, setLines] = useState<readonly { n: number; words: string }[]>([])
  const own = useOwnWords(meeting, speaking)
  useTell(meeting, { kind: 'captions', on })
  useHear(meeting, 'captions-are', ({ are }) => setTheirs(are))
  useHear(meeting, 'caption', ({ words }) =>
    setLines((all) => [...all.slice(1 - SHOWN), { n: (all.at(-1)?.n ?? 0) + 1, words }]),
  )
  return (
    <div className={styles['captions']} data-captions={on ? theirs : 'none'}>
      {on && theirs === 'on' && (
        <section className={styles['spoken']} aria-label={t`Captions`}>
          {lines.map(({ n, words }) => (
            <p key={n}>{words}</p>
          ))}
          {lines.length === 0 && (
            <p>
              <Trans>What {name} says is written here.</Trans>
            </p>
          )}
        </section>
      )}
      {on && theirs === 'not-here' && (
        <output>
          <Trans>
            Captions are not possible here: the browser of {name} cannot write down speech without sending it
            away. You can write to each other.
          </Trans>
        </output>
      )}
      {own === 'on' && (
        <output>
          <Trans>
            {name} reads what you say. Your speech is written down on this device and kept nowhere.
          </Trans>
        </output>
      )}
      <div>
        <Button look="plain" aria-pressed={on} onClick={() => setOn(!on)}>
          <Trans>Captions</Trans>
        </Button>
      </div>
    </div>
  )
}
