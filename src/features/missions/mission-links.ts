import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/index.js';

const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** The link by which an expert hands in the report of one mission, without an account. Derived from the secret; nothing of it is stored. */
@Injectable()
export class MissionLinks {
  constructor(private readonly settings: Settings) {}

  tokenFor(missionId: string): string {
    return `${missionId}.${createHmac('sha256', this.settings.secret).update(`mission-report:${missionId}`).digest('base64url')}`;
  }

  /** The mission that a token is for; undefined for one that is forged or cut. */
  missionOf(token: string): string | undefined {
    const missionId = FORM.exec(token)?.[1];
    if (missionId === undefined) return undefined;
    return timingSafeEqual(Buffer.from(token), Buffer.from(this.tokenFor(missionId))) ? missionId : undefined;
  }

  report(missionId: string): string {
    return this.address(`/mission-reports/${this.tokenFor(missionId)}`);
  }

  mission(missionId: string): string {
    return this.address(`/missions/${missionId}`);
  }

  private address(path: string): string {
    const { publicUrl, host, port } = this.settings;
    return `${publicUrl || `http://${host}:${port}`}${path}`;
  }
}
