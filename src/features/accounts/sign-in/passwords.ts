import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../../core/errors.js';

/** Fewest characters of a password. Source: NIST SP 800-63B asks for eight; twelve for data of people at risk. */
export const PASSWORD_MINIMUM = 12;
/** Most characters that are hashed; a longer text would only cost memory. */
export const PASSWORD_MAXIMUM = 200;

/** argon2id (the package's default) with 19 MiB and two passes. Source: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** So many are hashed at once … */
const AT_ONCE = 2;
/** … and so many may wait; the rest is refused before it costs anything. */
const WAITING = 40;

/** Hashes and verifies passwords with bounded work, so that a flood of sign-ins cannot take the machine. */
@Injectable()
export class Passwords implements OnModuleInit {
  private nobody = '';
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** The hash that is checked for an account which does not exist. */
  async onModuleInit(): Promise<void> {
    this.nobody = await this.hash(randomBytes(16).toString('hex'));
  }

  hash(password: string): Promise<string> {
    return this.bounded(() => hash(password, COST));
  }

  /** Takes the same work whether or not there is a hash, so that time does not tell which accounts exist. */
  async matches(known: string | undefined, password: string): Promise<boolean> {
    const right = await this.bounded(() => verify(known ?? this.nobody, password));
    return known !== undefined && right;
  }

  private async bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await this.turn();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.queue.length >= WAITING)
      throw new DomainError('input.too-many-requests', 'Too many people are signing in at this moment. Try again in a few seconds.');
    return new Promise((resolve) => this.queue.push(resolve));
  }
}

/** Letters and digits that cannot be mistaken for each other. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';
/** The most bytes that fall on each of them equally often. */
const EVEN = 256 - (256 % CLEAR.length);

/** A password nobody has to invent: 118 random bits, in groups of four. */
export function newPassword(): string {
  const drawn = Array.from(randomBytes(96))
    .filter((byte) => byte < EVEN)
    .slice(0, 24)
    .map((byte) => CLEAR[byte % CLEAR.length]);
  return (drawn.join('').match(/.{4}/g) ?? []).join('-');
}
