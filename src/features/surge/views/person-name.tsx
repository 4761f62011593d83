/** A link to the profile, by name where the reader may know it. */
export function PersonName({ id, number, names }: { id: string; number: number; names: ReadonlyMap<string, string> }) {
  return <a href={`/roster/experts/${id}`}>{names.get(id) ?? `Roster number ${number}`}</a>;
}
