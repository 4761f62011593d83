import { type MailContent, mailHtml, mailText } from './layout.js';

const OFFER: MailContent = {
  subject: 'A mission is offered to you',
  greeting: 'Dear Amina Example,',
  paragraphs: ['We would like to offer you a mission.', 'Opening the page changes nothing.'],
  facts: [
    { label: 'Answer until', value: '26 Nov 2026, 10:00 UTC' },
    { label: 'Country', value: 'Côte d’Ivoire <CIV>' },
  ],
  action: { label: 'Read the offer', url: 'https://hra.example.org/offers/abc?x=1&y=2' },
  closing: ['You are on the roster of experts.'],
};

describe('the layout of mails', () => {
  it('puts paragraphs, facts and the one action into plain text', () => {
    expect(mailText(OFFER)).toBe(
      'Dear Amina Example,\n\nWe would like to offer you a mission.\n\nOpening the page changes nothing.\n\n' +
        'Answer until: 26 Nov 2026, 10:00 UTC\nCountry: Côte d’Ivoire <CIV>\n\nRead the offer:\nhttps://hra.example.org/offers/abc?x=1&y=2\n\nYou are on the roster of experts.\n',
    );
  });

  it('says the same in HTML, escaped', () => {
    const html = mailHtml(OFFER);
    for (const text of [
      'Dear Amina Example,',
      'Opening the page changes nothing.',
      '26 Nov 2026, 10:00 UTC',
      'Read the offer',
      'You are on the roster of experts.',
    ])
      expect(html).toContain(text);
    expect(html).toContain('Côte d’Ivoire &lt;CIV&gt;');
    expect(html).toContain('href="https://hra.example.org/offers/abc?x=1&amp;y=2"');
  });

  it('loads nothing from anywhere and runs nothing', () => {
    const html = mailHtml({ ...OFFER, paragraphs: ['<img src=x onerror=alert(1)><script>alert(1)</script>'] });
    expect(html).not.toMatch(/<(?:img|script|link|iframe|style|object)\b/);
    expect(html).not.toMatch(/url\(|@import/);
  });

  it('tells the reader the language and its direction', () => {
    expect(mailHtml(OFFER)).toContain('<html lang="en" dir="ltr">');
    for (const language of ['fr', 'es'] as const) expect(mailHtml({ ...OFFER, language })).toContain(`<div lang="${language}" dir="ltr"`);
    const arabic = mailHtml({ ...OFFER, language: 'ar' });
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(arabic).toContain('<div lang="ar" dir="rtl"');
    expect(arabic).toContain('text-align:right;padding:4px 0 4px 16px');
    expect(arabic).not.toContain('text-align:left');
    expect(arabic).toContain('<bdi dir="ltr">https://hra.example.org/');
  });

  it('sets the colon as the language does', () => {
    expect(mailText({ ...OFFER, language: 'fr' })).toContain('Answer until\u202f: 26');
    expect(mailText({ ...OFFER, language: 'fr' })).toContain('Read the offer\u202f:\nhttps');
  });

  it('refuses a link that is no web address', () => {
    expect(() => mailHtml({ ...OFFER, action: { label: 'Read', url: 'javascript:alert(1)' } })).toThrow(TypeError);
  });
});
