import { renderToString } from 'preact-render-to-string';
import type { LedgerLine, LedgerPage } from '../notice-ledger.service.js';
import { Ledger } from './ledger.js';
import { failureText } from './notice-list.js';

const LINE: LedgerLine = {
  id: 'n1',
  recipientKind: 'expert',
  recipient: 'Amina Example',
  reason: 'surge.offer-made',
  title: 'Offer of a mission',
  subjectId: 's1',
  subjectUrl: '/surge/s1',
  state: 'sent',
  attempts: 1,
  expectedAt: '2026-11-24T10:00:00.000Z',
  dueAt: '2026-11-24T10:00:00.000Z',
  gathered: false,
  sentAt: '2026-11-24T10:00:01.000Z',
  serverReply: 250,
  failure: null,
  late: false,
};

function shown(lines: readonly LedgerLine[], more: Partial<LedgerPage> = {}, mayResend = true): string {
  const found = { lines, total: lines.length, page: 1, pageSize: 50, late: 0, failed: 0, ...more };
  return renderToString(<Ledger found={found} filter={{ subjectId: 's1' }} mayResend={mayResend} />);
}

describe('the page of notices', () => {
  it('says that everything has left, or what has not, on top', () => {
    expect(shown([LINE])).toContain('Every notice that was due has left.');
    const alarm = shown([{ ...LINE, state: 'expected', sentAt: null, late: true }], { late: 1, failed: 3 });
    expect(alarm).toMatch(/One notice due for more than ten minutes, but not sent/);
    expect(alarm).toContain('3 notices failed.');
    expect(alarm.indexOf('One notice')).toBeLessThan(alarm.indexOf('Amina Example'));
    expect(alarm).toContain('Due, but not sent');
  });

  it('claims no more than the mail server told', () => {
    expect(shown([LINE])).toContain('Accepted by the server');
    expect(shown([{ ...LINE, serverReply: null }])).toContain('Written as a file');
    expect(shown([{ ...LINE, state: 'queued', sentAt: null, gathered: true }])).toContain('Waits for the mail of the morning');
    expect(shown([{ ...LINE, state: 'failed', failure: 'smtp-550' }])).toContain('Bounced');
    expect(shown([{ ...LINE, state: 'failed', failure: 'attempts-used-up' }])).not.toContain('>Bounced<');
    expect(shown([LINE])).not.toContain('Delivered');
  });

  it('offers to send a failed notice again, to those who may, and no other', () => {
    const failed: LedgerLine = { ...LINE, id: 'n2', state: 'failed', sentAt: null, failure: 'smtp-550' };
    expect(shown([LINE, failed]).match(/action="\/notices\/[^"]+\/resend"/g)).toEqual(['action="/notices/n2/resend"']);
    expect(shown([failed], {}, false)).not.toContain('/resend');
    expect(shown([failed])).toContain('reply 550');
  });

  it('names nobody to readers who may not see names', () => {
    const html = shown([
      { ...LINE, recipient: null },
      { ...LINE, id: 'n3', recipient: null, recipientKind: 'account' },
    ]);
    expect(html).toContain('An expert');
    expect(html).toContain('A colleague');
  });

  it('keeps the filter from page to page', () => {
    expect(shown([LINE], { total: 120, page: 1 })).toContain('/notices?subjectId=s1&amp;page=2');
  });

  it('has words for every way to fail', () => {
    for (const failure of ['recipient-gone', 'attempts-used-up', 'no-address', 'smtp-550'] as const)
      expect(failureText(failure)).toMatch(/^[A-Z].+\.$/);
  });
});
