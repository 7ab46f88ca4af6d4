// A real provider of OpenID Connect (oidc-provider, certified), as the site is configured to know one.
// Whoever comes signs in there with a name alone; it grants what is asked for without asking again.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A free port: found now, used a moment later. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((gone) => probe.close(gone));
  return port;
}

const page = (action: string) =>
  `<!doctype html><html lang="en"><title>Provider</title><main><h1>Provider</h1><form method="post" action="${action}"><label>Name <input name="login" autocomplete="off"></label> <button>Continue</button></form></main></html>`;

async function posted(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return new URLSearchParams(body);
}

/** Starts the provider; `back` is where the site wants people sent back to. */
export async function startProvider(back: string): Promise<{ issuer: string; stop: () => Promise<void> }> {
  const { default: Provider } = await import('oidc-provider');
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'sanviec', client_secret: 'hush', redirect_uris: [back], token_endpoint_auth_method: 'client_secret_basic' }],
    cookies: { keys: ['a key of the tests'], names: { session: 'op-session', interaction: 'op-interaction', resume: 'op-resume' } },
    claims: { openid: ['sub'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@provider.example` }) }),
    // What is asked for is granted: the question is the tests' site's, not the provider's.
    async loadExistingGrant(ctx: any) {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  } as any);
  const speak = provider.callback();
  const server: Server = createServer(async (request, response) => {
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (request.url?.startsWith('/interaction/')) {
      if (request.method !== 'POST') {
        response.setHeader('content-type', 'text/html').end(page(request.url));
        return;
      }
      const login = (await posted(request)).get('login') ?? '';
      await provider.interactionFinished(request, response, login ? { login: { accountId: login } } : { error: 'access_denied' });
    } else {
      speak(request, response);
    }
  });
  await new Promise<void>((ready) => server.listen(port, 'localhost', ready));
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((gone) => server.close(gone));
    },
  };
}
