// @ts-check
/** Between two lines of a log that nobody redraws. */
const LOG_INTERVAL_MILLISECONDS = 5000;
/** Between two redraws of a terminal's line. */
const REDRAW_INTERVAL_MILLISECONDS = 100;

/**
 * @param {number} bytes
 * @returns {string} decimal megabytes without the unit, with more digits the fewer they are
 */
function megabytes(bytes) {
  const digits = bytes >= 1e7 ? 0 : bytes >= 1e6 || bytes === 0 ? 1 : 2;
  return (bytes / 1e6).toFixed(digits);
}

/**
 * Shows how far a file has come: one redrawn line on a terminal, few separate lines in a log.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {number} options.totalBytes
 * @param {{ isTTY?: boolean, write(text: string): unknown }} [options.output]
 * @param {() => number} [options.now] milliseconds
 */
export function startByteProgress({
  label,
  totalBytes,
  output = process.stdout,
  now = () => Date.now(),
}) {
  const interval = output.isTTY ? REDRAW_INTERVAL_MILLISECONDS : LOG_INTERVAL_MILLISECONDS;
  let shownAt = now();

  /** @param {number} bytes */
  const show = (bytes) => {
    const line = `  ${label}: ${megabytes(bytes)} of ${megabytes(totalBytes)} MB`;
    output.write(output.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
  };

  if (output.isTTY) show(0);
  return {
    /** @param {number} bytes all bytes so far, not the bytes since the last call */
    reached(bytes) {
      if (now() - shownAt < interval) return;
      shownAt = now();
      show(bytes);
    },
    finish() {
      show(totalBytes);
      if (output.isTTY) output.write('\n');
    },
    /** Leaves the line as it stands, so that an error message starts on a line of its own. */
    abandon() {
      if (output.isTTY) output.write('\n');
    },
  };
}
