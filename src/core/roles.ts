/** Who uses the desk. Source: product page "The people". */
export const ROLES = [
  'recruiter',
  'surge-officer',
  'resident-coordinator',
  'panel-member',
  'agency-focal-point',
  'fund-manager',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  recruiter: 'Recruiter',
  'surge-officer': 'Surge desk officer',
  'resident-coordinator': 'Resident Coordinator',
  'panel-member': 'HRM panel member',
  'agency-focal-point': 'Agency focal point',
  'fund-manager': 'Fund manager',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
