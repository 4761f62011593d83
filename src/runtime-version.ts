/** The oldest Node.js that the native parts run on. npm scripts bring their own; this is for whoever starts a file by hand. */
const OLDEST = 22;

/** Ends the process with a sentence on a Node.js that is too old, before anything native is loaded. */
export function requireRuntime(): void {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) return;
  console.error(
    `hra-desk needs Node.js ${OLDEST} or newer; this is ${process.versions.node}. Start it with npm (npm start, npm run hra), which brings the right one.`,
  );
  process.exit(1);
}
