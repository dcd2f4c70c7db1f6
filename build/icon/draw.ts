import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** `node build/icon/draw.ts`: draws tax-server.svg in the sizes that Windows shows, into tax-server.ico. */
const SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256] as const;
const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;

interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

async function draw(svg: string): Promise<Picture[]> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
    const pictures: Picture[] = [];
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** An .ico: a header, one entry for each picture, then the pictures as PNG, which Windows reads since Vista. */
function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  pictures.forEach(({ size, png }, index) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * index;
    // One byte each: 0 stands for 256.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

writeFileSync(
  'build/icon/tax-server.ico',
  ico(await draw(readFileSync('build/icon/tax-server.svg', 'utf8'))),
);
