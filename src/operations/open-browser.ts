/** The program of each system that opens an address in the user's browser. */
const openers: Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>> = {
  // Without a shell, which would end the command at the & of an address.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Opens the address in the user's browser. Without a browser nothing happens: the console also shows the address. */
export async function openBrowser(url: string, platform: NodeJS.Platform): Promise<void> {
  const { spawn } = await import('node:child_process');
  const [program, ...args] = openers[platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
