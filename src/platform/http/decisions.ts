import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, Permission } from '../../core/access.js';

/** Where the decision about a route is kept. */
export const DECISION = 'hra:decision';

/** Who may call a route: everybody, everybody who is signed in, or whoever has one of the permissions. */
export type Decision =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'permission'; readonly anyOf: readonly Permission[] };

const decide = (decision: Decision): MethodDecorator & ClassDecorator => SetMetadata(DECISION, decision);

/** Open to everybody, signed in or not. */
export const Public = (): MethodDecorator & ClassDecorator => decide({ kind: 'public' });

/** Open to every account. */
export const SignedIn = (): MethodDecorator & ClassDecorator => decide({ kind: 'signed-in' });

/** Open to accounts whose role has one of these permissions. */
export const Allow = (...anyOf: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator => decide({ kind: 'permission', anyOf });

/** A request after the access guard has looked at it. */
export interface RequestWithActor {
  actor?: Actor;
  url: string;
}

/** The signed-in actor; null on a public route that nobody is signed in to. */
export const Me = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => context.switchToHttp().getRequest<RequestWithActor>().actor ?? null,
);
