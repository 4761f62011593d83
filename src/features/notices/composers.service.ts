import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { COMPOSES_NOTICE, type ComposeNotice, definedNotices } from './reasons.js';

/** Knows who writes the notices of each reason. */
@Injectable()
export class Composers implements OnModuleInit {
  private byReason: ReadonlyMap<string, ComposeNotice> = new Map();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** Throws when a reason has no or two composers, so that the app does not start. */
  onModuleInit(): void {
    const found = this.discovery.getProviders().flatMap(({ instance }) => (isObject(instance) ? this.composersOf(instance) : []));
    this.byReason = oneComposerEach(
      definedNotices().map(({ name }) => name),
      found,
    );
  }

  /** The composer of a reason; a reason that the program no longer knows throws. */
  for(reason: string): ComposeNotice {
    const compose = this.byReason.get(reason);
    if (!compose) throw new Error(`Nothing composes the notice ${reason}.`);
    return compose;
  }

  private composersOf(instance: Record<string, unknown>): FoundComposer[] {
    return this.scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((method) => {
      const compose = instance[method];
      const reason: string | undefined = typeof compose === 'function' ? Reflect.getMetadata(COMPOSES_NOTICE, compose) : undefined;
      return reason ? [{ reason, compose: (compose as ComposeNotice).bind(instance) }] : [];
    });
  }
}

interface FoundComposer {
  readonly reason: string;
  readonly compose: ComposeNotice;
}

/** Throws an error that names every reason which has no or more than one composer. */
export function oneComposerEach(reasons: readonly string[], found: readonly FoundComposer[]): ReadonlyMap<string, ComposeNotice> {
  const wrong = reasons.filter((reason) => found.filter((one) => one.reason === reason).length !== 1);
  if (wrong.length > 0)
    throw new Error(`Each notice needs exactly one method with @ComposesNotice; this is not so for: ${wrong.join(', ')}.`);
  return new Map(found.map(({ reason, compose }) => [reason, compose]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) !== null;
}
