import { defineModel, type AccessPath, type SourceSpec } from '../model.js';
import { tokensOfUser } from '../../secrets/harmless-member.js';
import { passes, sources } from '../specs.js';

/** What a verification gives. */
const claims = (...paths: readonly AccessPath[]): readonly SourceSpec[] =>
  sources('identity', 'the claims of the verified token', paths, { event: 'VerifiedTokenClaims' });

/** What a signature gives: whoever has it is let in. */
const signed = (...paths: readonly AccessPath[]): readonly SourceSpec[] => sources('secret', tokensOfUser, paths);

/** Tokens: what is verified is what an authority vouches for; what is only decoded is its sender's text. */
export default [
  defineModel({
    module: 'jsonwebtoken',
    sources: [
      ...claims('Member[verify].ReturnValue', 'Member[verify].Argument[2,3].Parameter[1]'),
      ...signed('Member[sign].ReturnValue', 'Member[sign].Argument[2,3].Parameter[1]'),
    ],
    summaries: passes('parsed', ['Member[decode]']),
  }),
  defineModel({ module: ['jwt-decode'], summaries: passes('parsed', ['', 'Member[jwtDecode]']) }),
  defineModel({
    module: 'jose',
    sources: claims('Member[jwtVerify,compactVerify,jwtDecrypt,flattenedVerify,generalVerify].ReturnValue.Member[payload]'),
    summaries: [
      ...passes('parsed', ['Member[decodeJwt,decodeProtectedHeader]']),
      ...passes('text', ['Member[base64url].Member[decode,encode]']),
    ],
  }),
  defineModel({
    module: 'aws-jwt-verify',
    sources: claims(
      'Member[CognitoJwtVerifier,JwtVerifier,JwtRsaVerifier].Member[create].ReturnValue.Member[verify,verifySync].ReturnValue',
    ),
  }),
  defineModel({ module: 'aws-jwt-verify/jwt', summaries: passes('parsed', ['Member[decomposeUnverifiedJwt]']) }),
  defineModel({
    module: ['jwt-simple', 'njwt'],
    // With `noVerify` nothing is verified.
    sources: claims('Member[decode,verify].ReturnValue'),
  }),
  defineModel({ module: 'jws', summaries: passes('parsed', ['Member[decode]']) }),
  defineModel({
    module: 'google-auth-library',
    sources: claims('Member[OAuth2Client].Instance.Member[verifyIdToken].ReturnValue.Member[getPayload].ReturnValue'),
  }),
  defineModel({
    module: ['firebase-admin', 'firebase-admin/auth'],
    sources: claims('Member[auth,getAuth].ReturnValue.Member[verifyIdToken,verifySessionCookie].ReturnValue'),
  }),
  defineModel({
    module: 'stripe',
    sources: sources('identity', 'the verified Stripe event', [
      'ReturnValue.Member[webhooks].Member[constructEvent,constructEventAsync].ReturnValue',
    ]),
  }),
];
