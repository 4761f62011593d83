export { POSTS_ENTITIES, PostEntity } from './post.entity.js';
export { PostsModule } from './posts.module.js';
export { Posts } from './posts.service.js';
export { heaviest, PostDocument } from './views/post-document.js';
