import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  // The catalogues live outside this folder: they are shared with the command line and the dossier.
  server: { fs: { allow: ['..'] } },
  build: {
    target: ['es2022', 'safari16'],
    // The content security policy allows no `data:` fonts or pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One chunk of our own code: the page is read from the program itself, not over a network.
    chunkSizeWarningLimit: 900,
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
});
