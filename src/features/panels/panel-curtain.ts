import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RunReader } from '../shortlists/index.js';
import { PanelBooks } from './panel-book.js';

/** Hides the shortlists of a post from the members of its panels while they rate: there, candidates stand by name. */
@Injectable()
export class PanelCurtain implements OnModuleInit {
  constructor(
    private readonly books: PanelBooks,
    private readonly runs: RunReader,
  ) {}

  onModuleInit(): void {
    this.runs.hideWhen(({ postId }, me) => this.books.isBlind(postId, me.accountId));
  }
}
