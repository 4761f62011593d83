export { NOTICE_ENTITIES, NOTICE_STATES, Notice, type NoticeState } from './notice.entity.js';
export { type LedgerLine, NoticeLedger } from './notice-ledger.service.js';
export { NoticesModule } from './notices.module.js';
export { type ExpectedNotice, type NoticeRecipient, Notices } from './notices.service.js';
export { type ComposeNotice, ComposesNotice, defineNotice, type NoticeReason, type NoticeToCompose } from './reasons.js';
export { NoticeList } from './views/notice-list.js';
