/**
 * Tells systemd that the service is ready, when it waits for that (`Type=notify`: systemd.service(5)). Node has no datagram
 * sockets of Unix: systemd-notify(1) sends the message, which the unit allows with `NotifyAccess=all`.
 *
 * @param env of the process: `NOTIFY_SOCKET` is set when systemd waits
 * @param onFailure gets the reason when the program cannot be run; systemd goes on waiting then
 */
export async function notifySystemd(
  env: Readonly<Record<string, string | undefined>>,
  onFailure: (error: Error) => void,
): Promise<void> {
  if (!env.NOTIFY_SOCKET) return;
  const { spawn } = await import('node:child_process');
  const notifier = spawn('systemd-notify', ['--ready'], { env, stdio: 'ignore' });
  notifier.on('error', onFailure);
}
