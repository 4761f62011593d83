/** A share of a whole as a bar with its number beside it. The text alternative says the same: "Themes: 87 of 100". */
export function Bar({
  value,
  max,
  label,
  text,
}: {
  /** 0 to max; anything outside is drawn as the nearest end. */
  value: number;
  max: number;
  /** What the number is; read out, not shown. */
  label: string;
  /** How the number is written; without it `value`. */
  text?: string;
}) {
  const shown = text ?? String(value);
  return (
    <span class="bar-with-number">
      <svg class="bar-chart" role="img" aria-label={`${label}: ${shown} of ${max}`} viewBox="0 0 100 10" preserveAspectRatio="none">
        <rect class="track" x="0" y="0" width="100" height="10" />
        <rect class="fill" x="0" y="0" width={percent(value, max)} height="10" />
      </svg>
      <span class="number" aria-hidden="true">
        {shown}
      </span>
    </span>
  );
}

/** One part of a stacked bar. */
export interface Segment {
  readonly label: string;
  /** Points it contributes, in the unit of `max`. */
  readonly value: number;
}

/** Parts of a total side by side, such as the weighted criteria of a score; the legend carries the numbers as text. */
export function StackedBar({
  segments,
  max,
  label,
  legend = true,
  text = String,
}: {
  segments: readonly Segment[];
  max: number;
  label: string;
  /** The legend; leave it out in rows of a table whose heading explains the colours. */
  legend?: boolean;
  /** How a value is written. */
  text?: (value: number) => string;
}) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0);
  const spoken = `${label}: ${text(total)} of ${text(max)}. ${segments.map((segment) => `${segment.label} ${text(segment.value)}`).join(', ')}.`;
  let start = 0;
  return (
    <figure class="stacked">
      <svg class="bar-chart" role="img" aria-label={spoken} viewBox="0 0 100 10" preserveAspectRatio="none">
        <rect class="track" x="0" y="0" width="100" height="10" />
        {segments.map((segment, at) => {
          const width = percent(segment.value, max);
          const x = start;
          start += width;
          return <rect key={segment.label} class={`part part-${(at % 8) + 1}`} x={round(x)} y="0" width={width} height="10" />;
        })}
      </svg>
      {legend ? (
        <figcaption>
          <ul class="legend">
            {segments.map((segment, at) => (
              <li key={segment.label}>
                <span class={`key part-${(at % 8) + 1}`} aria-hidden="true" />
                {segment.label} <strong>{text(segment.value)}</strong>
              </li>
            ))}
          </ul>
        </figcaption>
      ) : null}
    </figure>
  );
}

function percent(value: number, max: number): number {
  return max <= 0 ? 0 : round(Math.min(100, Math.max(0, (value / max) * 100)));
}

/** Two decimals are finer than a screen. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
