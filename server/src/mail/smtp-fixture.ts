import { type AddressInfo, createServer, type Socket } from 'node:net'

/** How the other side behaves: as it should, or in one of the ways in which mail servers fail. */
export type Manner = 'takes' | 'refuses' | 'busy' | 'hangs' | 'dies-before-data' | 'dies-after-data'

export type Received = { to: string; data: string }

/** A mail server on this machine that speaks enough of RFC 5321 to be sent to, and keeps what it was given whole. */
export async function smtpServer() {
  const received: Received[] = []
  const state: { manner: Manner; connections: number; slowMs: number } = {
    manner: 'takes',
    connections: 0,
    slowMs: 0,
  }
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    state.connections += 1
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    if (state.manner === 'hangs') return
    say('220 test')
    let to = ''
    let data: string | null = null
    let rest = ''
    const ended = (): void => {
      received.push({ to, data: data ?? '' })
      data = null
      if (state.manner === 'dies-after-data') socket.destroy()
      else if (state.slowMs > 0) setTimeout(say, state.slowMs, '250 taken')
      else say('250 taken')
    }
    const heard = (line: string): void => {
      if (data !== null) {
        if (line === '.') ended()
        else data += `${line}\n`
        return
      }
      const command = line.slice(0, 4).toUpperCase()
      if (command === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        say(state.manner === 'refuses' ? '550 nobody here' : state.manner === 'busy' ? '451 later' : '250 ok')
      } else if (command === 'DATA') {
        if (state.manner === 'dies-before-data') socket.destroy()
        else {
          data = ''
          say('354 go on')
        }
      } else if (command === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      lines.forEach(heard)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    state,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The words of a letter as a person reads them. */
export function readable({ data }: Received): { subject: string; text: string } {
  const [head = '', ...body] = data.split('\n\n')
  const plain = /content-transfer-encoding: quoted-printable/i.test(head)
    ? body
        .join('\n\n')
        .replace(/=\n/g, '')
        .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll('=', ''), 'hex').toString())
    : body.join('\n\n')
  return { subject: /^subject: (.*)$/im.exec(head)?.[1] ?? '', text: plain }
}
