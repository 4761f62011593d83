import { defineJob } from '../../platform/outbox/index.js';

/** Sends one notice. Carries its id only; who and what are read when it runs. */
export const deliverNotice = defineJob<{ noticeId: string }>('notice.deliver', { attempts: 8 });
