import { Module } from '@nestjs/common';
import { HealthModule } from '../../platform/health/index.js';
import { DeadJobs } from './dead-jobs.service.js';
import { OperationsController } from './operations.controller.js';
import { OperationsPages } from './operations.pages.js';
import { Operations } from './operations.service.js';
import { QueueBoardController } from './queue-board.controller.js';
import { QueueBoard } from './queue-board.js';
import { Tidying } from './tidying.service.js';

@Module({
  imports: [HealthModule],
  controllers: [OperationsController, OperationsPages, QueueBoardController],
  providers: [Operations, DeadJobs, QueueBoard, Tidying],
})
export class OperationsModule {}
