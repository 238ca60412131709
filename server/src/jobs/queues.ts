/** The job queue's own schema in the database. */
export const JOB_SCHEMA = 'pgboss'

/** Every queue, and when it runs by itself (cron, UTC). */
export const QUEUES = [
  { name: 'erase-unclaimed', cron: '17 3 * * *' },
  { name: 'look-at-courses', cron: '41 3 * * *' },
  // Woken by each letter; by the minute what is tried again, and what nobody was told of.
  { name: 'send-mail', cron: '* * * * *' },
  { name: 'note-message-calls', cron: '* * * * *' },
  { name: 'end-holds', cron: '* * * * *' },
  { name: 'forget-signals', cron: '*/5 * * * *' },
  { name: 'remind', cron: '* * * * *' },
] as const
