/** Local time in the contract's format (§9): `YYYY-MM-DD HH:MM:SS.ffffff`, without the fraction when it is zero. */
export function createStamp(now: () => number = microsecondClock): () => string {
  let second = Number.NaN;
  let text = '';
  return () => {
    const time = now();
    const wholeSecond = Math.floor(time / 1000);
    if (wholeSecond !== second) {
      second = wholeSecond;
      text = formatSecond(new Date(wholeSecond * 1000));
    }
    const microseconds = Math.floor((time - wholeSecond * 1000) * 1000);
    return microseconds === 0 ? text : `${text}.${String(microseconds).padStart(6, '0')}`;
  };
}

/** Milliseconds since 1970, with a fraction. */
function microsecondClock(): number {
  return performance.timeOrigin + performance.now();
}

function formatSecond(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
