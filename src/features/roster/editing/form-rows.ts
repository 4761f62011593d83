/** Values of a form by field name, as `Form.values` has them. */
export type Values = Readonly<Record<string, string | string[]>>;

const ROW_FIELD = /^([A-Za-z]+)\.(\d+)\.(.+)$/;

/** The rows of a part in their order, each with its values by the name within the row: `experience.4.title` → `title`. */
export function rowsOf(values: Values, part: string): Values[] {
  const rows = new Map<number, Record<string, string | string[]>>();
  for (const [name, value] of Object.entries(values)) {
    const [, owner, index, field] = ROW_FIELD.exec(name) ?? [];
    if (owner !== part || field === undefined) continue;
    const row = rows.get(Number(index)) ?? {};
    row[field] = value;
    rows.set(Number(index), row);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** The values with these rows as the part, counted from 0 without a gap; everything else stays. */
export function withRows(values: Values, part: string, rows: readonly Values[]): Values {
  const others = Object.entries(values).filter(([name]) => ROW_FIELD.exec(name)?.[1] !== part);
  const own = rows.flatMap((row, index) => Object.entries(row).map(([field, value]) => [`${part}.${index}.${field}`, value] as const));
  return Object.fromEntries([...others, ...own]);
}

/** Whether a value says something. */
export function isFilled(value: string | readonly string[] | undefined): boolean {
  return [value ?? ''].flat().some((one) => one.trim() !== '');
}
