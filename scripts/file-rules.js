const LONGEST = 300;
const SOURCE = /\.(ts|tsx|js|css)$/;
const ASSET = /\.min\./;

const MARKS = [
  { pattern: /\b(TODO|FIXME)\b/, says: 'a mark of unfinished work' },
  { pattern: /\b(describe|it|test)\.only\b|\b(fit|fdescribe)\(/, says: 'a test that shuts the others out' },
  { pattern: /(@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable)/, says: 'a switched-off check' },
];

/** Sentences on what is wrong with a source file; empty when nothing is, or when it is no source. */
export function problemsOf(path, text) {
  if (!SOURCE.test(path) || ASSET.test(path) || path === 'scripts/file-rules.js') return [];
  const lines = text.split('\n');
  const length = text.endsWith('\n') ? lines.length - 1 : lines.length;
  const tooLong = length > LONGEST ? [`${path}: ${length} lines; split it, ${LONGEST} is the most`] : [];
  return [
    ...tooLong,
    ...lines.flatMap((line, index) => MARKS.filter(({ pattern }) => pattern.test(line)).map(({ says }) => `${path}:${index + 1}: ${says}`)),
  ];
}
