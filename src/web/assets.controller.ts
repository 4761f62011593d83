import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../core/errors.js';
import { Public } from '../platform/http/index.js';
import { type Asset, assetByFile } from './assets.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Style, script and mark. Each name carries a hash of its content, so a browser fetches it once. */
@Controller('assets')
@ApiExcludeController()
export class AssetsController {
  @Get(':file')
  @Public()
  async send(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asset = assetByFile(file);
    if (!asset) throw notFound('file');
    const [encoding, content] = bestOf(asset, String(request.headers['accept-encoding'] ?? ''));
    if (encoding !== undefined) reply.header('content-encoding', encoding);
    await reply.type(asset.type).header('cache-control', FOR_EVER).header('vary', 'accept-encoding').send(content);
  }
}

function bestOf(asset: Asset, accepted: string): [encoding: string | undefined, content: Buffer] {
  if (/\bbr\b/.test(accepted)) return ['br', asset.brotli];
  if (/\bgzip\b/.test(accepted)) return ['gzip', asset.gzip];
  return [undefined, asset.plain];
}
