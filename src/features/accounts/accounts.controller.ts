import { Body, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { Allow, Api, Id, Me } from '../../platform/http/index.js';
import { NewAccountDto } from './accounts.dto.js';
import { AccountsService, type AccountView } from './accounts.service.js';

/** Who may use the desk; for administrators. */
@Api('accounts')
@Allow('accounts:edit')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  /** Everybody, by name. */
  @Get()
  list(): Promise<AccountView[]> {
    return this.accounts.list();
  }

  /** Adds an account. Without a password one is made and answered this once. */
  @Post()
  add(@Body() dto: NewAccountDto, @Me() me: Actor): Promise<{ account: AccountView; password: string | null }> {
    return this.accounts.add(dto, me);
  }

  /** Switches an account off and ends its sessions. */
  @Post(':id/disable')
  @HttpCode(200)
  disable(@Id() id: string, @Me() me: Actor): Promise<AccountView> {
    return this.accounts.disable(id, me);
  }

  /** Switches an account on again. */
  @Post(':id/enable')
  @HttpCode(200)
  enable(@Id() id: string, @Me() me: Actor): Promise<AccountView> {
    return this.accounts.enable(id, me);
  }

  /** Makes a new password, answered this once, and ends the account's sessions. */
  @Post(':id/password')
  @HttpCode(200)
  resetPassword(@Id() id: string, @Me() me: Actor): Promise<{ account: AccountView; password: string }> {
    return this.accounts.resetPassword(id, me);
  }
}
