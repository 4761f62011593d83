import type { ComponentChildren } from 'preact';

/** A phrase with each `{name}` in braces replaced by its value, which stands apart so that neither turns the direction of the other. */
export function Filled<Name extends string>({ text, values }: { text: string; values: Readonly<Record<Name, ComponentChildren>> }) {
  return (
    <>{text.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : <bdi key={at}>{values[part as Name] ?? `{${part}}`}</bdi>))}</>
  );
}
