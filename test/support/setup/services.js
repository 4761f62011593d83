/** Brings the services that the selected suites need. */
export default async function bringServices() {}
