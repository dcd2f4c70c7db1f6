/** The program of each system that shows an address in the browser that the user has chosen. */
const openers: Partial<Record<NodeJS.Platform, readonly [program: string, ...args: string[]]>> = {
  // Without a shell, to which the & of an address would be the end of a command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

/** Shows the address in the user's browser. Where there is none, nothing happens: the address is on the console too. */
export async function openBrowser(url: string, platform: NodeJS.Platform): Promise<void> {
  const { spawn } = await import('node:child_process');
  const [program, ...args] = openers[platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
