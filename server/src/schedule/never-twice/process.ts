/** One more process of the product on a database that is there, for tests that ask several: prints its port, ends with its standard input. */
import { loadContent } from '@dorsal/content'
import { buildApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { connect } from '../../db/connect.ts'

const [url = '', homeTenant = ''] = process.argv.slice(2)
const app = await buildApp(readConfig({ LOG_LEVEL: 'silent' }), {
  db: connect(url),
  content: loadContent(),
  unsigned: true,
  homeTenant,
  secretKey: Buffer.alloc(32, 7),
  limits: false,
})
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.stdout.write(`${address !== null && typeof address === 'object' ? address.port : ''}\n`)
process.stdin.resume().on('end', () => process.exit(0))
