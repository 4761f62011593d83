import type { MissionRating, MissionState, MissionStep } from '../../../core/missions.js';
import type { Tone } from '../../../web/index.js';
import type { MissionEventKind } from '../mission.entity.js';

export const MISSION_STATE_WORDS: Readonly<Record<MissionState, string>> = {
  confirmed: 'Confirmed',
  briefed: 'Briefed',
  deployed: 'On the ground',
  completed: 'Completed',
  closed: 'Closed',
  replaced: 'Taken over by somebody else',
  cancelled: 'Cancelled',
};

export const MISSION_TONES: Readonly<Record<MissionState, Tone>> = {
  confirmed: 'accent',
  briefed: 'accent',
  deployed: 'good',
  completed: 'neutral',
  closed: 'neutral',
  replaced: 'warning',
  cancelled: 'warning',
};

/** What has to happen next, in plain words. */
export const MISSION_NEXT_WORDS: Readonly<Record<MissionState, string>> = {
  confirmed: 'The surge desk briefs the expert and arranges the journey.',
  briefed: 'The expert travels; the surge desk records the arrival.',
  deployed: 'The expert works with the country team until the last day.',
  completed: 'The report and the rating are there; the surge desk closes the mission.',
  closed: 'Nothing: the mission is part of the record.',
  replaced: 'Nothing here: somebody else is looked for on the page of the request.',
  cancelled: 'Nothing: the request was stood down.',
};

/** Who still owes what before a mission can be closed. */
export const OWED_WORDS: Readonly<Record<'report' | 'rating', string>> = {
  report: 'The expert hands in the report by the link in the mail.',
  rating: 'The office rates the mission.',
};

export const MISSION_STEP_WORDS: Readonly<Record<MissionStep, string>> = {
  brief: 'Record the briefing',
  deploy: 'Record the arrival',
  extend: 'Extend',
  'end-early': 'End early',
  complete: 'Complete',
  replace: 'Replace the expert',
  close: 'Close',
};

export const MISSION_EVENT_WORDS: Readonly<Record<MissionEventKind, string>> = {
  confirmed: 'Place confirmed',
  brief: 'Briefed',
  deploy: 'Arrived',
  extend: 'Extended',
  'end-early': 'Ended early',
  complete: 'Completed',
  replace: 'Expert replaced',
  close: 'Closed',
  cancelled: 'Cancelled with the request',
  reported: 'Report handed in',
  rated: 'Rated by the office',
};

export const RATING_WORDS: Readonly<Record<MissionRating, string>> = {
  1: '1 – did not help',
  2: '2 – helped a little',
  3: '3 – helped',
  4: '4 – helped much',
  5: '5 – made the difference',
};
