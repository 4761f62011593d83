const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** The optional dependencies with an exact version that no entry of the lock file provides: [{ name, version }]. */
export function missingFrom({ packages }) {
  const wanted = new Map();
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (/^\d/.test(version) && !provides(packages, path, name)) wanted.set(name, version);
    }
  }
  return [...wanted].map(([name, version]) => ({ name, version }));
}

/** The lock file with entries for the missing binaries, in npm's order. Throws when a name does not state a platform. */
export function completed(lock, missing) {
  const packages = { ...lock.packages };
  for (const { name, version } of missing) packages[`node_modules/${name}`] = { version, optional: true, ...platformOf(name) };
  const inOrder = Object.keys(packages).sort((a, b) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(inOrder.map((path) => [path, packages[path]])) };
}

/** `@scope/binding-linux-arm64-musl` is for linux, arm64 and musl: npm installs it only there. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  if (!system || !processor) throw new Error(`${name} does not state its system and processor, so its entry must be written by hand.`);
  const library = words.map((word) => LIBRARIES[word]).find(Boolean);
  return { os: [system], cpu: [processor], ...(system === 'linux' && library ? { libc: [library] } : {}) };
}

/** As Node looks packages up: beside the one that asks, then in each folder above. */
function provides(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}
