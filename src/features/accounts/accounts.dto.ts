import { IsEmail, IsIn, IsOptional, IsString, Length, MaxLength, MinLength } from 'class-validator';
import { ROLES, type Role } from '../../core/access.js';
import { EXPERT_LIMITS } from '../../core/expert-draft.js';
import { MAIL_LANGUAGES, type MailLanguage } from '../../core/mail-languages.js';
import { IsCountry } from '../../platform/http/index.js';
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from './sign-in/passwords.js';

/** What somebody signs in with. */
export class SignInDto {
  @IsString({ message: 'Enter your e-mail address.' })
  @MaxLength(254, { message: 'Enter an e-mail address of at most 254 characters.' })
  email!: string;

  @IsString({ message: 'Enter your password.' })
  @MaxLength(PASSWORD_MAXIMUM, { message: `Enter a password of at most ${PASSWORD_MAXIMUM} characters.` })
  password!: string;
}

/** The same from the page, which also knows where to go on. */
export class SignInFormDto extends SignInDto {
  /** The page that was asked for. */
  @IsOptional()
  @IsString({ message: 'Sign in on the page of the desk.' })
  next?: string;
}

/** A new account. */
export class NewAccountDto {
  @IsEmail({}, { message: 'Enter an e-mail address such as name@example.org.' })
  email!: string;

  @IsString({ message: 'Enter the name of the person.' })
  @Length(1, 200, { message: 'Enter the name of the person, in at most 200 characters.' })
  name!: string;

  @IsIn(ROLES, { message: `Choose one of ${ROLES.join(', ')}.` })
  role!: Role;

  /** The only country a Resident Coordinator sees; of no other role. */
  @IsOptional()
  @IsCountry()
  country?: string;

  /** The only agency a focal point sees; of no other role. */
  @IsOptional()
  @IsString({ message: 'Enter the agency as text.' })
  @MaxLength(EXPERT_LIMITS.agency, { message: `Enter the short name of the agency, in at most ${EXPERT_LIMITS.agency} characters.` })
  agency?: string;

  /** In which mails to this account are written; English unless told. Whoever has the account can change it. */
  @IsOptional()
  @IsIn(MAIL_LANGUAGES, { message: `Choose one of ${MAIL_LANGUAGES.join(', ')}.` })
  language?: MailLanguage;

  /** Left out: one is made, and answered once. */
  @IsOptional()
  @IsString({ message: 'Enter the password as text.' })
  @MinLength(PASSWORD_MINIMUM, { message: `Choose a password of at least ${PASSWORD_MINIMUM} characters.` })
  @MaxLength(PASSWORD_MAXIMUM, { message: `Choose a password of at most ${PASSWORD_MAXIMUM} characters.` })
  password?: string;
}
