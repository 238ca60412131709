import {
  type Habit,
  HABIT_TIMES,
  HABITS,
  type OwnReminders,
  REMINDER_KINDS,
  type ReminderChannel,
  type ReminderSettings,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { CHANNEL_WORDS, HABIT_WORDS, KIND_HINTS, KIND_WORDS } from './reminder-words.ts'
import styles from './reminder.module.css'

type Props = { own: OwnReminders; save: (settings: ReminderSettings) => Promise<void> }
type Part = {
  settings: ReminderSettings
  change: (part: Partial<ReminderSettings>) => void
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
const isChannel = (value: string): value is ReminderChannel => value in CHANNEL_WORDS

/** Of what, and by which way. */
function OfWhat({ own, settings, change }: Part & { own: OwnReminders }) {
  const { t, i18n } = useLingui()
  const channels = (['mail', 'push', 'off'] as const).filter((channel) => channel !== 'mail' || own.mail)
  return (
    <Card label={t`What you are told of`}>
      <h2>
        <Trans>What you are told of</Trans>
      </h2>
      {REMINDER_KINDS.map((kind) => (
        <Choice
          key={kind}
          inline
          legend={i18n._(KIND_WORDS[kind])}
          hint={i18n._(KIND_HINTS[kind])}
          options={channels.map((value) => ({ value, label: i18n._(CHANNEL_WORDS[value]) }))}
          value={settings.by[kind]}
          onChange={(value) => {
            if (isChannel(value)) change({ by: { ...settings.by, [kind]: value } })
          }}
        />
      ))}
    </Card>
  )
}

/** After which habit of the day somebody means to exercise. What they really do counts more, once it is known. */
function YourMoment({ own, settings, change }: Part & { own: OwnReminders }) {
  const { t, i18n } = useLingui()
  const { habit } = settings
  const choose = (value: string) => {
    const kind = HABITS.find((one) => one === value)
    if (kind !== undefined) change({ habit: { kind, at: HABIT_TIMES[kind], words: habit?.words ?? null } })
  }
  const set = (part: { at?: string; words?: string | null }) => {
    if (habit !== null) change({ habit: { ...habit, ...part } })
  }
  return (
    <Card label={t`Your time of the day`}>
      <h2>
        <Trans>Your time of the day</Trans>
      </h2>
      <p>
        {own.usual.from === 'learned' ? (
          <Trans>You mostly begin at about {own.usual.at} on a day like today, so they come then.</Trans>
        ) : (
          <Trans>
            What follows a habit is easier to keep. Once you have a time of your own, they come then.
          </Trans>
        )}
      </p>
      <Choice
        legend={t`I exercise`}
        options={HABITS.map((value: Habit) => ({ value, label: i18n._(HABIT_WORDS[value]) }))}
        value={habit?.kind ?? null}
        onChange={choose}
      />
      {habit !== null && (
        <div className={styles['times']}>
          <Field
            label={t`That is at about`}
            type="time"
            required
            value={habit.at}
            onChange={(at) => set({ at })}
          />
          {habit.kind === 'own' && (
            <Field
              label={t`In your own words`}
              hint={t`Only you see them.`}
              maxLength={60}
              value={habit.words ?? ''}
              onChange={(words) => set({ words: words === '' ? null : words })}
            />
          )}
        </div>
      )}
      {habit?.kind === 'own' && habit.words && (
        <p>
          <Trans>“{habit.words}” it is.</Trans>
        </p>
      )}
    </Card>
  )
}

/** When nothing comes, and how many do at most. */
function HowMuch({ settings, change }: Part) {
  const { t } = useLingui()
  const { quiet, most } = settings
  return (
    <Card label={t`Not too much`}>
      <h2>
        <Trans>Not too much</Trans>
      </h2>
      <div className={styles['times']}>
        <Field
          label={t`Nothing comes from`}
          type="time"
          required
          value={quiet.from}
          onChange={(from) => change({ quiet: { ...quiet, from } })}
        />
        <Field
          label={t`until`}
          type="time"
          required
          value={quiet.until}
          onChange={(until) => change({ quiet: { ...quiet, until } })}
        />
      </div>
      <Choice
        inline
        legend={t`In a day at most`}
        hint={t`Those of appointments do not count.`}
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
        value={String(most.day)}
        onChange={(day) => change({ most: { ...most, day: Number(day) } })}
      />
      <Choice
        inline
        legend={t`In seven days at most`}
        options={['3', '5', '7'].map((value) => ({ value, label: value }))}
        value={String(most.week)}
        onChange={(week) => change({ most: { ...most, week: Number(week) } })}
      />
    </Card>
  )
}

/** Everything that can be said about reminders, kept at once. */
export function ReminderForm({ own, save }: Props) {
  const { i18n } = useLingui()
  const [settings, setSettings] = useState(own.settings)
  const { busy, failed, run } = useDoing()
  const change = (part: Partial<ReminderSettings>) => setSettings((before) => ({ ...before, ...part }))
  const changed = JSON.stringify(settings) !== JSON.stringify(own.settings)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    void run(() => save({ ...settings, zone: ownZone(), lang: i18n.locale.slice(0, 2) }))
  }
  return (
    <form className={styles['form']} onSubmit={keep}>
      <OfWhat own={own} settings={settings} change={change} />
      {settings.by.session !== 'off' && <YourMoment own={own} settings={settings} change={change} />}
      <HowMuch settings={settings} change={change} />
      <output className={styles['soft']}>
        {changed ? <Trans>Not kept yet.</Trans> : own.asked ? <Trans>This is how it is kept.</Trans> : null}
      </output>
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        <Button type="submit" disabled={busy}>
          <Trans>Keep this</Trans>
        </Button>
      </Actions>
    </form>
  )
}
