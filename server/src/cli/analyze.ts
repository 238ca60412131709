import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { loadContent } from '@dorsal/content'
import {
  analyze as analyzeRecording,
  type Movement,
  readRecordings,
  type Recording,
  RecordingError,
  signalOf,
} from '@dorsal/motion'
import { contentDir } from '../config.ts'

const USAGE = 'usage: dorsal analyze [--exercise ID] [--signal NAME] [--fps N] FILE'

/** Where the command writes: JSON lines for programs, messages for people. */
export type Output = { line: (text: string) => void; message: (text: string) => void }

const CONSOLE: Output = {
  line: (text) => process.stdout.write(`${text}\n`),
  message: (text) => process.stderr.write(`${text}\n`),
}

/**
 * `dorsal analyze`: reads a recording (.jsonl or .jsonl.gz; the three kinds that `@dorsal/motion` knows) and prints a JSON
 * line a record, or with `--signal` a line a frame. Gives the exit code: 0, or 2 on bad input with the reason on stderr.
 */
export async function analyze(args: readonly string[], output: Output = CONSOLE): Promise<number> {
  const asked = read(args)
  if (typeof asked === 'string') {
    output.message(`${asked}\n${USAGE}`)
    return 2
  }
  try {
    const recordings = readRecordings(
      await textOf(asked.file),
      path.basename(asked.file).replace(/\.jsonl(\.gz)?$/, ''),
    )
    const movements = asked.signal === undefined ? library() : {}
    // All of it before a word is printed: a file with one bad record gives its reason and nothing else.
    const lines = recordings.flatMap((recording) => linesOf(recording, movements, asked))
    for (const line of lines) output.line(line)
    return 0
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error
    output.message(`${asked.file}: ${error.message}`)
    return 2
  }
}

function linesOf(
  recording: Recording,
  movements: Readonly<Record<string, Movement>>,
  asked: Asked,
): string[] {
  try {
    const told: object[] =
      asked.signal === undefined
        ? [analyzeRecording(recording, movements, asked)]
        : signalOf(recording, asked.signal, asked)
    return told.map((one) => JSON.stringify(one))
  } catch (error) {
    if (error instanceof RecordingError) throw new RecordingError(`${recording.id}: ${error.message}`)
    throw error
  }
}

type Asked = { file: string; exercise?: string; signal?: string; fps?: number }

/** The arguments, or what is wrong with them. */
function read(args: readonly string[]): Asked | string {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { exercise: text, signal: text, fps: text },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (file === undefined) return 'which file?'
    if (more.length > 0) return 'one file at a time'
    const { fps, exercise, signal } = values
    const rate = fps === undefined ? undefined : Number(fps)
    if (rate !== undefined && !(rate > 0 && rate <= 1000)) return '--fps must be a number of frames a second'
    return {
      file,
      ...(exercise === undefined ? {} : { exercise }),
      ...(signal === undefined ? {} : { signal }),
      ...(rate === undefined ? {} : { fps: rate }),
    }
  } catch (error) {
    return error instanceof Error ? error.message : 'these arguments are not understood'
  }
}

/** The file as text, unpacked when it is gzip (known by its first bytes, not by its name). */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException
    throw new RecordingError(code === 'ENOENT' ? 'there is no such file' : 'the file cannot be read')
  })
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8')
  const plain = await promisify(gunzip)(bytes).catch(() => {
    throw new RecordingError('the gzip data is damaged')
  })
  return plain.toString('utf8')
}

const library = (): Record<string, Movement> =>
  Object.fromEntries(
    loadContent('en', contentDir(process.env)).exercises.map(({ id, movement }) => [id, movement]),
  )
