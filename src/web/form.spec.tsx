import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, ValidateNested } from 'class-validator';
import { DomainError, fieldError, notFound } from '../core/errors.js';
import { ErrorSummary, Field } from './components/index.js';
import { Form, submit } from './form.js';
import { type Page, page, Redirect, redirect } from './page.js';

class LanguageDto {
  @IsIn(['fr', 'en'], { message: 'Choose a language of the list.' })
  language!: string;
  @IsInt({ message: 'Choose a level from 1 to 4.' })
  @Max(4, { message: 'Choose a level from 1 to 4.' })
  level!: number;
}

class PostDto {
  @IsString({ message: 'Give the post a title.' })
  title!: string;
  @IsOptional()
  @IsBoolean()
  urgent?: boolean;
  @ArrayNotEmpty({ message: 'Tick at least one kind.' })
  @IsString({ each: true })
  kinds!: string[];
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => LanguageDto)
  languages?: LanguageDto[];
}

const again = (form: Form<PostDto>): Page =>
  page(
    { title: 'New post', me: null },
    <form>
      <ErrorSummary form={form} />
      <Field form={form} name="title" label="Title" />
      <Field form={form} name="languages.3.level" label="Level" hint="1 to 4" />
    </form>,
  );
const good = { title: 'Adviser', 'kinds[]': 'human-rights', urgent: 'true', 'languages.3.language': 'fr', 'languages.3.level': '4' };
const send = (body: object, act: (dto: PostDto) => Promise<Redirect> = async () => redirect('/posts/1')) =>
  submit(PostDto, body, { act, again });

describe('submit', () => {
  it('acts on a valid form with numbers, flags and lists of their types', async () => {
    let seen: PostDto | undefined;
    const answer = await send(good, async (dto) => {
      seen = dto;
      return redirect('/posts/1');
    });
    expect(answer).toBeInstanceOf(Redirect);
    expect(seen).toBeInstanceOf(PostDto);
    expect(seen).toEqual({ title: 'Adviser', kinds: ['human-rights'], urgent: true, languages: [{ language: 'fr', level: 4 }] });
  });

  it('shows the form again with 422, filled in, each sentence beside its field and linked on top', async () => {
    const answer = (await send({ ...good, title: ' ', 'languages.3.level': '<9>' })) as Page;
    expect(answer.status).toBe(422);
    const html = answer.render();
    expect(html).toContain('2 answers need another look');
    expect(html).toContain('<a href="#f-languages-3-level">Choose a level from 1 to 4.</a>');
    expect(html).toMatch(
      /<input id="f-languages-3-level"[^>]*aria-describedby="f-languages-3-level-hint f-languages-3-level-problem"[^>]*aria-invalid="true"[^>]*value="&lt;9>"/,
    );
    expect(html).toContain('Give the post a title.');
  });

  it('gives what is right away before it says what is wrong, once for each field and in the order of the form', async () => {
    const sent = {
      ...good,
      title: '',
      'kinds[]': 'human-rights',
      'languages.0.language': 'en',
      'languages.0.level': '2',
      'languages.3.level': '9',
    };
    let right: PostDto | undefined;
    const answer = (await submit(PostDto, sent, {
      act: async () => redirect('/posts/1'),
      again,
      partly: async (dto) => {
        right = dto;
        return [
          { field: 'kinds', message: 'Human rights alone is not enough.' },
          { field: 'title', message: 'A second sentence on the title.' },
        ];
      },
    })) as Page;
    expect(right).toEqual({ kinds: ['human-rights'], urgent: true, languages: [{ language: 'en', level: 2 }] });
    expect([...answer.render().matchAll(/<a href="#f-([\w-]+)">/g)].map(([, field]) => field)).toEqual([
      'title',
      'kinds',
      'languages-3-level',
    ]);
  });

  it('does not act on a field the DTO does not have', async () => {
    const act = jest.fn();
    const answer = (await send({ ...good, role: 'administrator' }, act)) as Page;
    expect(answer.status).toBe(422);
    expect(act).not.toHaveBeenCalled();
  });

  it('puts a refusal of the domain beside its field, or on top', async () => {
    const beside = (await send(good, async () => {
      throw fieldError('title', 'This title is taken.');
    })) as Page;
    expect(beside.render()).toContain('<a href="#f-title">This title is taken.</a>');
    const onTop = (await send(good, async () => {
      throw new DomainError('surge.not-open', 'It is closed.');
    })) as Page;
    expect(onTop.status).toBe(422);
    expect(onTop.render()).toContain('<h2>It is closed.</h2>');
  });

  it('leaves what is no matter of the form to the error page', async () => {
    await expect(
      send(good, async () => {
        throw notFound('post');
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      send(good, async () => {
        throw new TypeError('a defect');
      }),
    ).rejects.toThrow(TypeError);
  });
});

describe('Form', () => {
  it('is filled with what is stored, by dotted names', () => {
    const form = Form.filledWith<PostDto>({
      title: 'Adviser',
      kinds: ['human-rights', 'development'],
      languages: [{ language: 'fr', level: 4 }],
      note: null,
    });
    expect(form.values).toEqual({
      title: 'Adviser',
      kinds: ['human-rights', 'development'],
      'languages.0.language': 'fr',
      'languages.0.level': '4',
    });
    expect(form.has('kinds', 'development')).toBe(true);
    expect(form.rows('languages')).toBe(1);
    expect(form.rows('degrees')).toBe(0);
  });
});
