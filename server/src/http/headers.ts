import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

/**
 * What a page of ours may do. With `connect-src 'self'` the browser itself sees to it that no picture reaches anybody else; the pose
 * model needs WebAssembly and nothing more. Nothing inline, no eval, no frame.
 */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
}

/**
 * Features of the browser: the camera for our own pages, the microphone for words that are understood on the device and nowhere else,
 * speech out needs none, everything else off.
 */
const PERMISSIONS =
  'camera=(self), fullscreen=(self), screen-wake-lock=(self), autoplay=(self), microphone=(self), on-device-speech-recognition=(self), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), browsing-topics=()'

/** The strict headers, on every answer: pages, files, API, errors. */
export async function setHeaders(app: FastifyInstance, config: Config): Promise<void> {
  const https = config.publicUrl?.startsWith('https:') === true
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS)
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    if (request.url.startsWith('/api/')) reply.header('vary', 'cookie')
  })
}
