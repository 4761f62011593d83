import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Allow, Public, SignedIn } from '../../../platform/http/index.js';
import { RouteDecisions, undecidedRoutes } from './route-decisions.js';

@Controller('decided')
class Decided {
  @Get()
  @Allow('roster:read')
  read() {}
  @Post()
  @SignedIn()
  write() {}
  helper() {}
}

@Controller('decided-as-a-whole')
@Public()
class DecidedAsAWhole {
  @Get()
  read() {}
}

@Controller('undecided')
class Undecided {
  @Get()
  @Public()
  read() {}
  @Post()
  forgotten() {}
}

@Controller('twice')
@SignedIn()
class Twice {
  @Get()
  @Public()
  read() {}
}

class Inherited extends Undecided {}
Controller('inherited')(Inherited);

describe('undecidedRoutes', () => {
  it('finds none where each route has one decision', () => expect([Decided, DecidedAsAWhole].flatMap(undecidedRoutes)).toEqual([]));
  it('finds a forgotten route', () => expect(undecidedRoutes(Undecided)).toEqual(['Undecided.forgotten']));
  it('finds a route with two decisions', () => expect(undecidedRoutes(Twice)).toEqual(['Twice.read']));
  it('finds a forgotten route that was inherited', () => expect(undecidedRoutes(Inherited)).toEqual(['Inherited.forgotten']));
});

describe('RouteDecisions', () => {
  const start = async (controller: new () => object) => {
    @Module({ imports: [DiscoveryModule], controllers: [Decided, controller], providers: [RouteDecisions] })
    class Planted {}
    const app = await Test.createTestingModule({ imports: [Planted] }).compile();
    try {
      await app.init();
    } finally {
      await app.close();
    }
  };

  it('lets an app start in which everything is decided', () => expect(start(DecidedAsAWhole)).resolves.toBeUndefined());
  it('stops an app with an undecided route, and names it', () => expect(start(Undecided)).rejects.toThrow('Undecided.forgotten'));
});
