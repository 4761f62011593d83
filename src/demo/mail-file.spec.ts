import { createTransport } from 'nodemailer';
import { readMailFile } from './mail-file.js';

async function written(mail: { subject: string; text: string; name: string }): Promise<string> {
  const built = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'HRA desk <desk@example.org>',
    to: { name: mail.name, address: 'jose@example.org' },
    subject: mail.subject,
    text: mail.text,
    html: '<p>Not this one</p>',
  });
  return (built.message as Buffer).toString('utf8');
}

describe('a mail file', () => {
  it('is read as it was written', async () => {
    const text = 'Dear Jose,\n\nRead the offer:\nhttps://hra.example.org/offers/abc?x=1&y=2';
    expect(readMailFile(await written({ subject: 'An offer', text, name: 'Jose' }))).toEqual({
      from: 'HRA desk <desk@example.org>',
      to: 'Jose <jose@example.org>',
      subject: 'An offer',
      text,
    });
  });

  it.each([
    ['accents and dashes', 'Chère Zoë – une mission vous est proposée = réponse'],
    ['another script', 'مرحبا بك في البعثة'],
    ['a very long line', `https://hra.example.org/offers/${'abcdef'.repeat(60)}`],
  ])('with %s says the same', async (_, text) => {
    const read = readMailFile(await written({ subject: `Sujet: ${text}`.slice(0, 120), text, name: 'José Łukasz' }));
    expect(read).toMatchObject({ subject: `Sujet: ${text}`.slice(0, 120), text });
    expect(read.to).toContain('José Łukasz');
  });
});
