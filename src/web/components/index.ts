export * from './charts.js';
export * from './fields.js';
export * from './filled.js';
export * from './long-days.js';
export * from './table.js';
export * from './values.js';
