import { defineJob } from '../../platform/outbox/index.js';

/** Sends one notice when its reader wants to be told. Carries its id only; who and what are read when it runs. */
export const deliverNotice = defineJob<{ noticeId: string }>('notice.deliver', { attempts: 8 });

/** Sends one notice without asking for the reader's habits, because its moment has come or somebody asks for it. */
export const sendNotice = defineJob<{ noticeId: string }>('notice.send', { attempts: 8 });
