import { type Action, Refusal } from '@dorsal/care'
import { ContentError, loadContent } from '@dorsal/content'
import { ConfigError, contentDir } from '../config.ts'
import { admit } from '../access/gate.ts'
import { badInput, type Given, type Reply } from './reply.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const given = (): Given => ({
  content: loadContent('en', contentDir(process.env)),
  now: new Date().toISOString(),
})

type MachineAction = Extract<Action, `machine.${string}`>

/**
 * Each command brings what it needs itself, so that a screen of one text does not wait for the database driver; and each is an action of
 * the policy like any route is.
 */
type Command = {
  name: string
  action: MachineAction
  help: string
  run(args: string[]): Promise<Reply | number> | Reply
}

const COMMANDS: readonly Command[] = [
  {
    name: 'screen',
    action: 'machine.tools',
    help: 'screen "<text>" [--lang en]     red-flag screen of one text; --batch FILE.jsonl: of each line',
    run: async (args) => (await import('./screen.ts')).screenCommand(args, given()),
  },
  {
    name: 'triage',
    action: 'machine.tools',
    help: 'triage FILE.json                triage of an intake, or of each of an array',
    run: async (args) => (await import('./triage.ts')).triageCommand(args, given()),
  },
  {
    name: 'plan',
    action: 'machine.tools',
    help: 'plan FILE.json                  triage and plan of an intake',
    run: async (args) => (await import('./plan.ts')).plan(args, given()),
  },
  {
    name: 'analyze',
    action: 'machine.tools',
    help: 'analyze FILE.jsonl              what the movement engine sees in a recording',
    run: async (args) => (await import('./analyze.ts')).analyze(args),
  },
  {
    name: 'content',
    action: 'machine.tools',
    help: 'content lint|status [DIR]       checks a clinic’s content folder, or the product’s content; what is reviewed',
    run: async (args) => (await import('./content.ts')).contentCommand(args),
  },
  {
    name: 'start',
    action: 'machine.run',
    help: 'start                           the product, as npm start does without building',
    run: async () => {
      await import('../main.ts')
      return -1
    },
  },
  {
    name: 'migrate',
    action: 'machine.run',
    help: 'migrate                         brings the database up to this version',
    run: async (args) =>
      args.length > 0 ? badInput('Use: dorsal migrate') : (await import('./migrate.ts')).migrateCommand(say),
  },
  {
    name: 'seed',
    action: 'machine.run',
    help: 'seed                            fills an empty demo clinic with made-up people',
    run: async (args) =>
      args.length > 0 ? badInput('Use: dorsal seed') : (await import('./seed.ts')).seedCommand(say),
  },
  {
    name: 'export',
    action: 'machine.export',
    help: 'export --patient ID             one person’s whole record',
    run: async (args) => (await import('./export.ts')).exportCommand(args, say),
  },
  {
    name: 'staff',
    action: 'machine.people',
    help: 'staff add|reset --email E …     an account for somebody at the clinic',
    run: async (args) => (await import('./staff.ts')).staffCommand(args, say),
  },
  {
    name: 'audit',
    action: 'machine.trail',
    help: 'audit verify|head [--head FILE] whether the trail of who looked is whole; its last links, to be kept elsewhere',
    run: async (args) => (await import('./audit.ts')).auditCommand(args, say),
  },
]

const EXPECTED = [ConfigError, ContentError, Refusal]

async function run([name = '', ...args]: readonly string[]): Promise<Reply | number> {
  const command = COMMANDS.find((c) => c.name === name)
  if (command === undefined)
    return badInput('Use: npm run -s dorsal -- <command>', ...COMMANDS.map((c) => `  ${c.help}`))
  try {
    // Whoever holds the machine may; which record, a command asks when it knows the clinic.
    admit({ kind: 'system', tenantId: '', name }, command.action)
    return await command.run(args)
  } catch (error) {
    if (EXPECTED.some((kind) => error instanceof kind)) return badInput((error as Error).message)
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}

// Whoever reads only the first lines (`| head -1`) has what they wanted: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const reply = await run(process.argv.slice(2))
if (typeof reply === 'number') {
  if (reply >= 0) process.exitCode = reply
} else {
  for (const message of reply.messages) say(message)
  if (reply.out !== undefined) process.stdout.write(`${JSON.stringify(reply.out)}\n`)
  if (reply.lines !== undefined)
    process.stdout.write(reply.lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  process.exitCode = reply.code
}
