import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from '../sign-in/passwords.js';

/** A new password for oneself. */
export class ChangePasswordDto {
  @MaxLength(PASSWORD_MAXIMUM, { message: `Enter a password of at most ${PASSWORD_MAXIMUM} characters.` })
  @IsString({ message: 'Enter your present password.' })
  currentPassword!: string;

  /** Forms take spaces at the ends away, so that a password that has some could not be typed again. */
  @Matches(/^\S(?:[\s\S]*\S)?$/, { message: 'Choose a password that neither begins nor ends with a space.' })
  @MaxLength(PASSWORD_MAXIMUM, { message: `Choose a password of at most ${PASSWORD_MAXIMUM} characters.` })
  @MinLength(PASSWORD_MINIMUM, { message: `Choose a password of at least ${PASSWORD_MINIMUM} characters.` })
  @IsString({ message: 'Enter the new password.' })
  newPassword!: string;
}

/** The same from the page, where nobody sees what is typed. */
export class ChangePasswordFormDto extends ChangePasswordDto {
  @IsString({ message: 'Enter the new password once more.' })
  again!: string;
}
