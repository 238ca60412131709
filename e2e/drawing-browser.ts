/** A browser that draws in space without a graphics card. */
export const DRAWS = {
  executablePath: process.env['CHROMIUM_PATH'] ?? '',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
  ],
}
