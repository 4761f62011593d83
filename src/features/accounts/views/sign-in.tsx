import { Button, Field, type Form, PostForm } from '../../../web/index.js';
import type { SignInFormDto } from '../accounts.dto.js';

/** Asks who is there. */
export function SignInView({ form }: { form: Form<SignInFormDto> }) {
  return (
    <div class="narrow">
      <p class="lead">Rosters, shortlists and surge missions of Human Rights Advisers.</p>
      <PostForm form={form} action="/sign-in">
        <input type="hidden" name="next" value={form.value('next')} />
        <Field form={form} name="email" label="E-mail address" type="email" autocomplete="username" />
        <Field form={form} name="password" label="Password" type="password" autocomplete="current-password" />
        <Button>Sign in</Button>
      </PostForm>
      <p class="hint">Accounts are made by an administrator, who can also give you a new password.</p>
    </div>
  );
}
