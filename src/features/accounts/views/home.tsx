import { type Actor, may, type Permission } from '../../../core/access.js';
import { ButtonLink, Card } from '../../../web/index.js';

interface Task {
  readonly permission: Permission;
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly act: string;
}

/** What people come for, the most urgent first. */
const TASKS: readonly Task[] = [
  {
    permission: 'surge:decide',
    title: 'Surge requests that wait for a decision',
    text: 'In the order in which they need you: urgency, severity, and how much of the clock has run.',
    path: '/surge',
    act: 'Open the queue',
  },
  {
    permission: 'releases:decide',
    title: 'Releases that your agency is asked for',
    text: 'Each has a deadline; an expert waits for your answer.',
    path: '/releases',
    act: 'See the releases',
  },
  {
    permission: 'surge:request',
    title: 'Ask for somebody',
    text: 'Request a mission or an adviser for your country. A desk officer decides on each request, and you see where it stands.',
    path: '/surge/new',
    act: 'New request',
  },
  {
    permission: 'surge:request',
    title: 'Your requests',
    text: 'Where each request of your country stands and what happens next.',
    path: '/surge',
    act: 'See the requests',
  },
  {
    permission: 'surge:read',
    title: 'Missions',
    text: 'Who is on the way, who is on the ground, and how it went: reports and ratings.',
    path: '/missions',
    act: 'See the missions',
  },
  {
    permission: 'funding:read',
    title: 'Funding',
    text: 'The plan of the strategy by year, in full and by the decreasing scale, and what the requests of a year ask of each source.',
    path: '/funding',
    act: 'See the figures',
  },
  {
    permission: 'posts:edit',
    title: 'Fill a post',
    text: 'Set up a post from the standard terms of reference and rank both rosters against it, with every reason shown.',
    path: '/posts/new',
    act: 'New post',
  },
  {
    permission: 'posts:read',
    title: 'Posts and shortlists',
    text: 'Open posts, their shortlists, and how each score came about.',
    path: '/posts',
    act: 'See the posts',
  },
  {
    permission: 'panels:rate',
    title: 'Panels',
    text: 'Selection panels that you sit on: declare, rate without knowing who it is, discuss and decide.',
    path: '/panels',
    act: 'See your panels',
  },
  {
    permission: 'roster:vet',
    title: 'Applications to vet',
    text: 'External experts who have applied and wait for the panel.',
    path: '/roster',
    act: 'Open the roster',
  },
  {
    permission: 'roster:read',
    title: 'Find an expert',
    text: 'Search the rosters by language, theme, country and availability.',
    path: '/roster',
    act: 'Search',
  },
  {
    permission: 'needs:read',
    title: 'What a country needs',
    text: 'The themes that a country was recommended to work on, and how they were counted.',
    path: '/needs',
    act: 'See the needs',
  },
  {
    permission: 'notices:read',
    title: 'Notices',
    text: 'Who was told what and when, and what did not arrive.',
    path: '/notices',
    act: 'Check the notices',
  },
  {
    permission: 'operations:read',
    title: 'Operations',
    text: 'Whether everything runs: jobs, what has failed for good, alarms.',
    path: '/operations',
    act: 'Look at the service',
  },
  { permission: 'accounts:edit', title: 'Accounts', text: 'Who may use the desk, and as what.', path: '/accounts', act: 'Manage accounts' },
];

/** The start page: what this role does here. */
export function Home({ me }: { me: Actor }) {
  const seen = new Set<string>();
  const tasks = TASKS.filter((task) => may(me, task.permission) && !seen.has(task.path) && seen.add(task.path));
  return (
    <>
      <div class="grid">
        {tasks.map((task, at) => (
          <Card key={task.path} title={task.title} tone={at === 0 ? 'accent' : undefined}>
            <p>{task.text}</p>
            <ButtonLink href={task.path} tone={at === 0 ? 'main' : 'quiet'}>
              {task.act}
            </ButtonLink>
          </Card>
        ))}
      </div>
      <p class="hint">
        Your account: <a href="/password">change your password</a>, <a href="/how-you-are-told">how you are told</a>.
      </p>
    </>
  );
}
