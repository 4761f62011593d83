import { Module } from '@nestjs/common';
import { Reservations } from './reservations.service.js';

@Module({ providers: [Reservations], exports: [Reservations] })
export class DeploymentsModule {}
