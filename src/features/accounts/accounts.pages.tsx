import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Id, Me } from '../../platform/http/index.js';
import { Form, type Page, Pages, page, type Redirect, redirect, submit } from '../../web/index.js';
import { NewAccountDto } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';
import { AccountsView, type NewPassword } from './views/accounts.js';

interface Made {
  readonly account: { readonly email: string };
  /** Null where the administrator chose it. */
  readonly password: string | null;
  /** Somebody had another one before. */
  readonly reset: boolean;
}

/** Accounts, for administrators. */
@Pages('accounts')
@Allow('accounts:edit')
export class AccountsPages {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  list(@Me() me: Actor): Promise<Page> {
    return this.show(me, new Form<NewAccountDto>());
  }

  @Post()
  add(@Me() me: Actor, @Body() body: unknown): Promise<Page | Redirect> {
    return submit(NewAccountDto, body, {
      act: async (dto) => this.shownOnce(me, { ...(await this.accounts.add(dto, me)), reset: false }),
      again: (form) => this.show(me, form),
    });
  }

  @Post(':id/disable')
  async disable(@Me() me: Actor, @Id() id: string): Promise<Redirect> {
    await this.accounts.disable(id, me);
    return redirect('/accounts');
  }

  @Post(':id/enable')
  async enable(@Me() me: Actor, @Id() id: string): Promise<Redirect> {
    await this.accounts.enable(id, me);
    return redirect('/accounts');
  }

  @Post(':id/password')
  async resetPassword(@Me() me: Actor, @Id() id: string): Promise<Page | Redirect> {
    return this.shownOnce(me, { ...(await this.accounts.resetPassword(id, me)), reset: true });
  }

  /** A password that was made is on this answer only, so there is no redirect after it. */
  private shownOnce(me: Actor, { account, password, reset }: Made): Promise<Page> | Redirect {
    return password === null ? redirect('/accounts') : this.show(me, new Form<NewAccountDto>(), { email: account.email, password, reset });
  }

  private async show(me: Actor, form: Form<NewAccountDto>, made?: NewPassword): Promise<Page> {
    return page(
      { title: 'Accounts', me, wide: true },
      <AccountsView accounts={await this.accounts.list()} me={me} form={form} made={made} />,
    );
  }
}
