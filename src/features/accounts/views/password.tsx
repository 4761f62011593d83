import { Button, Field, type Form, PostForm } from '../../../web/index.js';
import type { ChangePasswordFormDto } from '../password/password.dto.js';
import { PASSWORD_MINIMUM } from '../sign-in/passwords.js';

/** A new password for oneself. */
export function PasswordView({ form }: { form: Form<ChangePasswordFormDto> }) {
  return (
    <div class="narrow">
      <PostForm form={form} action="/password">
        <Field form={form} name="currentPassword" label="Present password" type="password" autocomplete="current-password" />
        <Field
          form={form}
          name="newPassword"
          label="New password"
          hint={`At least ${PASSWORD_MINIMUM} characters; four or five words that do not belong together are good.`}
          type="password"
          autocomplete="new-password"
        />
        <Field form={form} name="again" label="New password once more" type="password" autocomplete="new-password" />
        <Button>Change the password</Button>
      </PostForm>
      <p class="hint">You stay signed in here and are signed out everywhere else.</p>
    </div>
  );
}
