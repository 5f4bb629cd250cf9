/** "880 MB", "1.2 GB": decimal units, as downloads are counted. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[power - 1] ?? ''}`;
}

/** "41 s", "3 min 05 s", "1 h 02 min". */
export function formatSeconds(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${String(whole)} s`;
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${String(minutes)} min ${twoDigits(whole % 60)} s`;
  return `${String(Math.floor(minutes / 60))} h ${twoDigits(minutes % 60)} min`;
}

const counts = new Intl.NumberFormat('en');

/** "1,204". */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** "1 response", "1,204 responses". */
export function countOf(count: number, thing: string): string {
  return `${formatCount(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** A reward in the few figures that fit under a node, with a real minus sign: "1.84", "−0.25", "12.3". */
export function formatReward(reward: number): string {
  const size = Math.abs(reward);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const figures = size.toFixed(decimals);
  return reward < 0 && Number(figures) !== 0 ? `−${figures}` : figures;
}

/** A gain with its sign: "+0.41", "−0.25", "+0.00". */
export function formatGain(gain: number): string {
  const figures = formatReward(gain);
  return figures.startsWith('−') ? figures : `+${figures}`;
}

/** How far two rewards are apart as they are shown: whoever subtracts the figures on the page gets the same, everywhere on it. */
export function shownDifference(one: number, other: number): number {
  return asShown(one) - asShown(other);
}

function asShown(reward: number): number {
  return Number(formatReward(reward).replace('−', '-'));
}

/** "23 Nov 2026, 14:05", in the reader's own time. */
export function formatDate(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "23 Nov 2026", in the reader's own time. */
export function formatDay(milliseconds: number): string {
  return days.format(milliseconds);
}
