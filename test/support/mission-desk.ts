import type { Actor } from '../../src/core/access.js';
import type { MissionStep } from '../../src/core/missions.js';
import { Mission, MissionDesk, MissionLinks, MissionReader, MissionReports } from '../../src/features/missions/index.js';
import type { OpenDatabase } from './databases.js';
import { surgeDesks } from './surge-desk.js';

/** Opens surge desks on which missions can be lived. */
export function missionDesks(open: OpenDatabase) {
  const desks = surgeDesks(open);
  return async () => {
    const desk = await desks();
    const missions = desk.module.get(MissionDesk, { strict: false });
    const reader = desk.module.get(MissionReader, { strict: false });
    const reports = desk.module.get(MissionReports, { strict: false });
    const links = desk.module.get(MissionLinks, { strict: false });
    const all = (): Promise<Mission[]> => desk.database.read.getRepository(Mission).find({ order: { id: 'ASC' } });
    return {
      ...{ desk, missions, reader, reports, links, all },
      /** A request whose places are all firm, from 7 to 27 December, and its missions. */
      async deployable(seats: number) {
        const request = await desk.matching({ seats });
        for (const { token } of await desk.offer(request.id, seats)) await desk.answers.answer({ token, answer: 'accept' });
        await desk.work();
        return { request, missions: await all() };
      },
      /** Takes a step on the present version. */
      step: async (id: string, name: MissionStep, more: { day?: string; reason?: string } = {}, me: Actor = desk.officer) =>
        missions.take(id, { step: name, ...more, version: (await reader.one(id, me)).mission.version }, me),
      stateOf: async (id: string) => (await desk.reader.request(id, desk.officer)).state,
    };
  };
}
