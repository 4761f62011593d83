import { MAIL_LANGUAGES } from '../../core/mail-languages.js';
import { mailHtml, mailText } from '../../platform/mail/index.js';
import { gathered } from './gathered.js';

const news = (n: number) => ({
  subject: `News ${n}`,
  greeting: 'Dear Sam,',
  paragraphs: [`The ${n}. has changed.`],
  facts: [{ label: 'Reference', value: `SR-${n}` }],
  action: { label: 'Open', url: `https://desk.example/${n}` },
});

describe('a mail that gathers news', () => {
  it.each(MAIL_LANGUAGES)('tells each piece with its own link, in %s, under one subject that reveals nothing', (language) => {
    const mail = gathered({ name: 'Sam', language }, [news(1), news(2)]);
    if (!mail) throw new Error('Two pieces of news make a mail.');
    expect(mail.subject).not.toMatch(/\d|News \d|SR-|Sam/);
    for (const said of ['News 1', 'The 2. has changed.', 'SR-2', 'https://desk.example/1', 'https://desk.example/2']) {
      expect(mailText(mail)).toContain(said);
      expect(mailHtml(mail)).toContain(said);
    }
    expect(mailText(mail).match(/Dear Sam/g) ?? []).toHaveLength(language === 'en' ? 1 : 0);
    expect(mail.paragraphs[0]).toMatch(language === 'ar' ? /خبران/ : /2/);
    expect(mailHtml(mail)).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
  });

  it('is the mail itself when there is one piece of news, and nothing when there is none', () => {
    expect(gathered({ name: 'Sam', language: 'fr' }, [news(1)])).toEqual(news(1));
    expect(gathered({ name: 'Sam', language: 'fr' }, [])).toBeNull();
  });
});
