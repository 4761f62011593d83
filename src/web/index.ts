export * from './components/index.js';
export { Form, type Submission, submit } from './form.js';
export { languageChosen } from './language.js';
export type { PageProps } from './layout.js';
export { Fragment, fragment, localPath, Page, page, Redirect, redirect } from './page.js';
export { acceptsGzip, PageInterceptor, Pages } from './pages.js';
export { renderProblem } from './problem-page.js';
export { type FormWords, translated } from './translated.js';
export { WebModule } from './web.module.js';
