import type { ComponentChildren } from 'preact';
import { type Actor, may, type Permission, ROLE_NAMES } from '../core/access.js';
import { directionOf, MAIL_LANGUAGE_NAMES, MAIL_LANGUAGES, type MailLanguage } from '../core/mail-languages.js';
import { assetUrl } from './assets.js';
import { PageLanguage, useFrameWords } from './language.js';

/** What a page is made with. */
export interface PageProps {
  /** Stands in the browser's title and as the only first-level heading. Never a person's name: titles end up in histories. */
  readonly title: string;
  /** Who is looking; null on pages for people who have not signed in. Decides the navigation. */
  readonly me: Actor | null;
  /** Uses the whole width, for large tables. */
  readonly wide?: boolean;
  /** One sentence on what has just happened, read out first. */
  readonly flash?: string;
  /** Loads htmx. Only for pages that use it; everything must work without it. */
  readonly enhanced?: boolean;
  /** What it is written in; English unless told. Decides the direction as well. */
  readonly language?: MailLanguage;
  /** The path of this page, where it exists in every language: the header then offers the others, by `?language=`. */
  readonly everyLanguage?: string;
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly permission: Permission;
}

/** The places of the desk, in the order of the work: ask, find, know. Only what the actor may open is shown. */
const PLACES: readonly Place[] = [
  { path: '/surge', name: 'Surge', permission: 'surge:read' },
  { path: '/missions', name: 'Missions', permission: 'surge:read' },
  { path: '/figures', name: 'Figures', permission: 'surge:read' },
  { path: '/funding', name: 'Funding', permission: 'funding:read' },
  { path: '/releases', name: 'Releases', permission: 'releases:decide' },
  { path: '/posts', name: 'Posts', permission: 'posts:read' },
  { path: '/panels', name: 'Panels', permission: 'panels:read' },
  { path: '/roster', name: 'Roster', permission: 'roster:read' },
  { path: '/needs', name: 'Country needs', permission: 'needs:read' },
  { path: '/rules', name: 'Rules', permission: 'rules:read' },
  { path: '/notices', name: 'Notices', permission: 'notices:read' },
  { path: '/accounts', name: 'Accounts', permission: 'accounts:edit' },
  { path: '/operations', name: 'Operations', permission: 'operations:read' },
];

/** The whole document. Landmarks: banner, navigation, main, contentinfo; the first link skips to the content. */
export function Layout(props: PageProps & { children?: ComponentChildren }) {
  const { language = 'en' } = props;
  return (
    <PageLanguage.Provider value={language}>
      <html lang={language} dir={directionOf(language)}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${props.title} – HRA desk`}</title>
          <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={assetUrl('desk.css')} />
          {props.enhanced ? <script src={assetUrl('htmx.js')} defer /> : null}
        </head>
        <Body {...props} />
      </html>
    </PageLanguage.Provider>
  );
}

function Body(props: PageProps & { children?: ComponentChildren }) {
  const words = useFrameWords();
  return (
    <body>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <Header {...props} />
      <main id="content" class={props.wide ? 'wide' : undefined} tabIndex={-1}>
        {props.flash ? (
          <p class="flash" role="status">
            {props.flash}
          </p>
        ) : null}
        <h1>{props.title}</h1>
        {props.children}
      </main>
      <footer class="foot">
        <p>
          <bdi lang="en">HRA desk</bdi> · {words.foot}
        </p>
      </footer>
    </body>
  );
}

function Header({ me, language = 'en', everyLanguage }: PageProps) {
  return (
    <header class="top">
      <a class="mark" href="/">
        <svg aria-hidden="true" viewBox="0 0 32 32" width="32" height="32">
          <circle cx="16" cy="16" r="15" class="mark-disc" />
          <path class="mark-line" d="M6 20.5c4 4.5 16 4.5 20 0M9 16c3 3 11 3 14 0" />
          <circle cx="16" cy="9.5" r="3" class="mark-dot" />
        </svg>
        <bdi lang="en">HRA desk</bdi>
      </a>
      {me ? <Navigation me={me} /> : null}
      {everyLanguage ? <OtherLanguages path={everyLanguage} language={language} /> : null}
    </header>
  );
}

/** Links, so that choosing a language needs no script and is in the address of the page that is shown. */
function OtherLanguages({ path, language }: { path: string; language: MailLanguage }) {
  return (
    <nav class="languages" aria-label={useFrameWords().language}>
      <ul>
        {MAIL_LANGUAGES.map((one) => (
          <li key={one}>
            <a
              href={`${path}?language=${one}`}
              lang={one}
              hreflang={one}
              dir={directionOf(one)}
              aria-current={one === language ? 'true' : undefined}
            >
              {MAIL_LANGUAGE_NAMES[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Written twice, once in a menu that opens without a script on a phone, once as a bar; style shows one of them. */
function Navigation({ me }: { me: Actor }) {
  const places = PLACES.filter((place) => may(me, place.permission));
  return (
    <>
      <nav class="bar" aria-label="Main">
        <Links places={places} />
        <WhoAmI me={me} />
      </nav>
      <details class="menu">
        <summary>Menu</summary>
        <nav aria-label="Menu">
          <Links places={places} />
          <WhoAmI me={me} roomy />
        </nav>
      </details>
    </>
  );
}

function Links({ places }: { places: readonly Place[] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place.path}>
          <a href={place.path}>{place.name}</a>
        </li>
      ))}
    </ul>
  );
}

/** In the bar, which is short of room, the password is reached from the mails' page and from the start. */
function WhoAmI({ me, roomy = false }: { me: Actor; roomy?: boolean }) {
  return (
    <form class="who" method="post" action="/sign-out">
      <span>
        <strong>{me.name}</strong> <small>{ROLE_NAMES[me.role]}</small>
      </span>
      <a href="/how-you-are-told">Your mails</a>
      {roomy ? <a href="/password">Your password</a> : null}
      <button class="button quiet" type="submit">
        Sign out
      </button>
    </form>
  );
}
