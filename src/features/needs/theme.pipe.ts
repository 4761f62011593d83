import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../core/errors.js';
import { isTheme, type Theme } from '../../core/themes.js';

/** A theme in an address; `not-found` when there is no such theme. */
@Injectable()
export class ThemePipe implements PipeTransform<unknown, Theme> {
  transform(value: unknown): Theme {
    if (!isTheme(value)) throw notFound('theme');
    return value;
  }
}
