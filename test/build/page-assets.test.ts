import { describe, expect, it } from 'vitest';
import { bundleForPages } from '../../build/page-assets.ts';

describe('the style sheet of the pages', async () => {
  const { text, inputs } = await bundleForPages('views/styles/app.css');

  it('is one file that asks for no other', () => {
    expect(text).not.toMatch(/@import|sourceMappingURL|url\((?!"?data:)/);
  });

  it('has of Bootstrap what the pages use, and all of our own', () => {
    expect(text).toContain('.form-control{');
    expect(text).toContain('--paper:');
    expect(text).not.toContain('.carousel');
    expect(text.length).toBeLessThan(70_000);
  });

  it('says that Bootstrap is in it, for the licences', () => {
    expect(inputs).toContain('node_modules/bootstrap/dist/css/bootstrap.min.css');
  });
});

describe('the script of the pages', async () => {
  const { text } = await bundleForPages('src/browser/app.ts');

  it('is small and needs no other file', () => {
    expect(text).not.toMatch(/\bimport\b|\brequire\(/);
    expect(text.length).toBeLessThan(20_000);
  });
});
