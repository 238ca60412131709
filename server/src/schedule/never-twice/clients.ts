import { contract, type EndpointName } from '@dorsal/care'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** Starts so many processes of the product on one database; ends them by their own input. */
export async function processes(url: string, tenantId: string, many: number) {
  const file = path.join(import.meta.dirname, 'process.ts')
  const children: ChildProcess[] = []
  const bases: string[] = []
  for (let n = 0; n < many; n += 1) {
    const child = spawn(process.execPath, [file, url, tenantId], { stdio: ['pipe', 'pipe', 'inherit'] })
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    children.push(child)
    bases.push(`http://127.0.0.1:${said.toString().trim()}`)
  }
  const stop = async (): Promise<void> => {
    for (const child of children) {
      child.stdin?.end()
      if (child.exitCode === null) await once(child, 'exit')
    }
  }
  return { bases, stop }
}

export type Asked = { status: number; code: string; body: unknown; ms: number }

/** Somebody with a browser of their own, who asks now one process and now the other. */
export class Client {
  readonly bases: readonly string[]
  readonly cookies: Map<string, string>
  #turn = 0
  constructor(bases: readonly string[], cookies: Record<string, string>) {
    this.bases = bases
    this.cookies = new Map(Object.entries(cookies))
  }

  async ask(name: EndpointName, { id = '', body }: { id?: string; body?: unknown } = {}): Promise<Asked> {
    const row = contract[name]
    const began = performance.now()
    this.#turn += 1
    const base = this.bases[this.#turn % this.bases.length] ?? ''
    const response = await fetch(base + row.path.replace(':id', id), {
      method: row.method,
      headers: {
        cookie: [...this.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(key)
      else this.cookies.set(key, value)
    }
    const answer = (await response.json()) as { code?: string }
    return { status: response.status, code: answer.code ?? '', body: answer, ms: performance.now() - began }
  }
}
