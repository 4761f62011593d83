import type { Period } from '../../core/dates.js';
import type { MissionRating, MissionState, MissionStep } from '../../core/missions.js';
import type { Mission, MissionEventKind } from './mission.entity.js';

/** A mission as it is kept. */
export class MissionFacts implements Mission {
  id!: string;
  /** The request and the accepted offer that it came from. */
  requestId!: string;
  offerId!: string;
  /** `SR-2026-0001`, as the request is called. */
  reference!: string;
  /** ISO 3166-1 alpha-3. */
  country!: string;
  expertId!: string;
  expertNumber!: number;
  state!: MissionState;
  /** A step or a rating names the version that it was made on. */
  version!: number;
  /** First and last day on mission; both belong to it. */
  startsOn!: string;
  endsOn!: string;
  /** Days of travel that are held as well, before the first and after the last day. */
  travelBefore!: number;
  travelAfter!: number;
  /** First and last day as they were agreed at first. */
  plannedStartsOn!: string;
  plannedEndsOn!: string;
  /** Null until somebody is on the ground. */
  arrivedOn!: string | null;
  confirmedAt!: string;
  /** What the expert wrote at the end; null before. */
  report!: string | null;
  reportedAt!: string | null;
  /** 1 (did not help) to 5 (made the difference), by the office that asked; null before. */
  rating!: MissionRating | null;
  ratingComment!: string | null;
  ratedAt!: string | null;
}

/** A line of a mission's history. */
export class MissionEventView {
  id!: string;
  missionId!: string;
  kind!: MissionEventKind;
  at!: string;
  /** An account's id, `expert` or `system`. */
  actorId!: string;
  /** Who that is, in words. */
  by!: string;
  reason!: string | null;
  /** The day that the step gave, if it gave one. */
  day!: string | null;
}

/** A mission with the names that its reader may see. */
export class MissionLine {
  mission!: MissionFacts;
  /** The name of the expert. */
  expert!: string;
  /** Days on the ground so far. */
  served!: number;
}

/** What of its request a mission page shows beside the mission. */
export class MissionAbout {
  tasks!: string;
  hosting!: string;
  security!: string;
  /** The colleague of the desk who has the request; null while nobody does. */
  officer!: string | null;
  /** The agency that released the expert; null where none had to, and for readers who may not know it. */
  agency!: string | null;
}

/** Another mission of the same request. */
export class MissionColleague {
  id!: string;
  /** The name of the expert. */
  expert!: string;
  state!: MissionState;
}

/** Everything about one mission. */
export class MissionView extends MissionLine {
  /** First and last day away, travel included. */
  away!: Period;
  about!: MissionAbout;
  /** Who else goes or went for the same request. */
  colleagues!: MissionColleague[];
  /** What can be done with it today, by whoever may. */
  steps!: MissionStep[];
  /** The oldest first. */
  events!: MissionEventView[];
}

/** Twenty-five missions of a list. */
export class MissionPage {
  /** The latest first day first. */
  missions!: MissionLine[];
  total!: number;
  /** From 1. */
  page!: number;
  pageSize!: number;
}
