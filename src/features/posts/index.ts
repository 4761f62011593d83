import { PostEntity } from './post.entity.js';
import { PostVersion } from './post-version.entity.js';

export { PostVersion } from './post-version.entity.js';
export { PostVersions } from './post-versions.service.js';
export { PostEntity };
export const POSTS_ENTITIES = [PostEntity, PostVersion];
export { PostsModule } from './posts.module.js';
export { Posts } from './posts.service.js';
export { heaviest, PostDocument } from './views/post-document.js';
export { PostVersions as PostVersionsCard } from './views/post-versions.js';
export { PostSituations } from './views/situations.js';
