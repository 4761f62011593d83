import type { SurgeState, SurgeStep } from '../../core/surge.js';
import type { NoticeState } from '../../features/notices/index.js';
import type { DeskClient } from '../desk-client.js';

/** What the story reads of the answers of the API. */
export interface RequestSeen {
  readonly request: {
    readonly id: string;
    readonly reference: string;
    readonly country: string;
    readonly urgency: string;
    readonly severity: number;
    readonly state: SurgeState;
    readonly version: number;
    readonly startsOn: string;
    readonly endsOn: string;
  };
  readonly clock: { readonly allowedSeconds: number; readonly usedSeconds: number; readonly dueAt: string | null; readonly late: boolean };
  readonly place: number | null;
  readonly freeSeats: number;
  readonly offers: readonly {
    readonly id: string;
    readonly expertId: string | null;
    readonly number: number | null;
    readonly name: string | null;
    readonly state: string;
    readonly standing: string;
    readonly answerReason: string | null;
    readonly deadline: string;
  }[];
  readonly events: readonly {
    readonly kind: string;
    readonly at: string;
    readonly actor: string;
    readonly toState: string | null;
    readonly reason: string | null;
  }[];
}

export interface QueueSeen extends Pick<RequestSeen, 'request' | 'clock'> {
  readonly place: number;
}

export interface ProposalSeen {
  readonly considered: number;
  readonly eligible: number;
  readonly proposed: readonly {
    readonly expertId: string;
    readonly number: number;
    readonly rank: number;
    readonly total: number;
    readonly agency: string | null;
  }[];
  readonly busy: readonly { readonly number: number }[];
}

/** A release as the agency's focal point sees it. */
export interface ReleaseSeen {
  readonly id: string;
  readonly state: string;
  readonly reference: string;
  readonly number: number;
  readonly deadline: string;
}

export interface NoticeSeen {
  readonly id: string;
  readonly recipientKind: string;
  readonly recipient: string | null;
  readonly reason: string;
  readonly title: string;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly expectedAt: string;
  readonly sentAt: string | null;
}

export function request(desk: DeskClient, id: string): Promise<RequestSeen> {
  return desk.get(`surge-requests/${id}`);
}

/** Takes a step on the newest version of the request. */
export async function step(desk: DeskClient, id: string, name: SurgeStep, reason?: string): Promise<RequestSeen> {
  const { version } = (await request(desk, id)).request;
  return desk.post(`surge-requests/${id}/steps`, { step: name, reason, version });
}

export async function notices(desk: DeskClient, subjectId: string): Promise<readonly NoticeSeen[]> {
  return (await desk.get<{ lines: readonly NoticeSeen[] }>(`notices?subjectId=${subjectId}`)).lines;
}
