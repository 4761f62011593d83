/** What somebody wrote, in their own paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph, at) => (
          <p key={at} dir="auto">
            {paragraph}
          </p>
        ))}
    </>
  );
}
