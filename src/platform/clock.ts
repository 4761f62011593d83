import { Injectable } from '@nestjs/common';
import { dayOfInstant, type IsoDate, isoDate } from '../core/dates.js';

/** The only source of the present. Everything that asks for the time takes this, so that a test can set it. */
@Injectable()
export class Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number {
    return Date.now();
  }

  /** The calendar day in UTC. */
  today(): IsoDate {
    return isoDate(dayOfInstant(this.now()));
  }

  /** The moment as text, `2026-11-24T05:43:29.000Z`: sorts as time does. `afterMs` looks ahead. */
  iso(afterMs = 0): string {
    return new Date(this.now() + afterMs).toISOString();
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  private constructor(private moment: number) {
    super();
  }

  static at(iso: string): FixedClock {
    return new FixedClock(Date.parse(iso));
  }

  override now(): number {
    return this.moment;
  }

  advance(ms: number): void {
    this.moment += ms;
  }
}
