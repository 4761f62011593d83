import 'reflect-metadata';
import { Injectable, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DECISION } from '../../../platform/http/index.js';

/** Stops the app at start-up when a route has no decision about who may use it, or one on the method and one on the class. */
@Injectable()
export class RouteDecisions implements OnApplicationBootstrap {
  constructor(private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    const undecided = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? undecidedRoutes(metatype as Type) : []));
    if (undecided.length > 0)
      throw new Error(
        `Each route needs exactly one of @Allow, @SignedIn or @Public, on the method or on the class; this is not so for: ${undecided.join(', ')}.`,
      );
  }
}

/** The handlers of a controller that have no decision or two. */
export function undecidedRoutes(controller: Type): string[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const onClass = Reflect.hasMetadata(DECISION, controller);
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    return Reflect.hasMetadata(DECISION, handler) === onClass ? [`${controller.name}.${name}`] : [];
  });
}
