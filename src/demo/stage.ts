import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor, Role } from '../core/access.js';
import type { IsoDate } from '../core/dates.js';
import { found } from './demo-failure.js';
import type { DeskClient } from './desk-client.js';
import type { Terminal } from './terminal.js';

/** Somebody who plays a part: the account, and what it signs in with. */
export interface Player {
  readonly actor: Actor;
  readonly email: string;
  readonly password: string;
  /** Signed in through the API, as any program would. */
  readonly desk: DeskClient;
}

/** Roles, and a second Resident Coordinator. */
export type Part = Role | 'second-coordinator';

/** What every chapter of the story has at hand. */
export interface Stage {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Data folder of the demo. */
  readonly folder: string;
  readonly terminal: Terminal;
  readonly today: IsoDate;
  readonly players: ReadonlyMap<Part, Player>;
  /** A folder with UPR recommendation files, when there is one. */
  readonly uprFolder: string | undefined;
}

export function service<T>(stage: Pick<Stage, 'app'>, type: Type<T>): T {
  return stage.app.get(type, { strict: false });
}

export function player(stage: Pick<Stage, 'players'>, part: Part): Player {
  return found(stage.players.get(part), `Nobody plays the ${part}.`);
}
