/** The progress of a job, from the server (`progressView`). */
interface Progress {
  readonly stateText: string;
  readonly isOver: boolean;
  readonly percent: number;
  readonly details: readonly string[];
}

const PAUSE_IN_MS = 1_000;

/** Updates the progress of a file without reloading the page, until there is a result. */
export function followFile(page: Document): void {
  const section = page.querySelector<HTMLElement>('[data-progress-url]');
  const url = section?.dataset.progressUrl;
  if (section && url) setTimeout(follow, PAUSE_IN_MS, section, url);
}

async function follow(section: HTMLElement, url: string): Promise<void> {
  const answer = await ask(url);
  if (answer === 'reload') {
    location.reload();
    return;
  }
  if (answer !== 'later') show(section, answer);
  setTimeout(follow, PAUSE_IN_MS, section, url);
}

/** `later`: the server is down for a moment. `reload`: the page itself explains the problem. */
async function ask(url: string): Promise<Progress | 'later' | 'reload'> {
  try {
    const answer = await fetch(url, { redirect: 'manual' });
    if (answer.status >= 500) return 'later';
    const progress = answer.ok ? ((await answer.json()) as Progress | null) : null;
    return progress && !progress.isOver ? progress : 'reload';
  } catch {
    return 'later';
  }
}

function show(section: HTMLElement, { stateText, percent, details }: Progress): void {
  const part = (name: string) => section.querySelector<HTMLElement>(`[data-progress="${name}"]`);
  const bar = section.querySelector('progress');
  if (bar) bar.value = percent;
  part('state')?.replaceChildren(stateText);
  part('percent')?.replaceChildren(String(percent));
  part('details')?.replaceChildren(
    ...details.map((detail) => {
      const item = document.createElement('li');
      item.append(detail);
      return item;
    }),
  );
}
