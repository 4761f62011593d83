/** What a browser would send of the form on this page, were its fields left as they are. */
export function fieldsOf(html: string): Record<string, string | string[]> {
  const text = (raw: string) => raw.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&#39;', "'");
  const fields: Record<string, string | string[]> = {};
  const attribute = (tag: string, name: string) => text(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  for (const [, tag = '', inner = ''] of html.matchAll(
    /<((?:input|textarea|select)\b[^>]*)>((?:(?!<\/(?:textarea|select)>)[\s\S])*?)(?=<\/(?:textarea|select)>|<)/g,
  )) {
    const name = attribute(tag, 'name');
    if (name === '' || name === 'step') continue;
    if (tag.startsWith('input') && / type="(?:checkbox|radio)"/.test(tag)) {
      if (/ checked/.test(tag)) fields[name] = [...[fields[name] ?? []].flat(), attribute(tag, 'value')];
    } else fields[name] = tag.startsWith('input') ? attribute(tag, 'value') : text(inner);
  }
  for (const [, name = '', options = ''] of html.matchAll(/<select\b[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = text(
      /<option[^>]* selected[^>]* value="([^"]*)"|<option[^>]* value="([^"]*)"[^>]* selected/.exec(options)?.slice(1).join('') ??
        /value="([^"]*)"/.exec(options)?.[1] ??
        '',
    );
  return fields;
}
