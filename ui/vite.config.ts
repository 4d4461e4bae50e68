import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  // The shell's devUrl names this port.
  server: { port: 5199, strictPort: true, host: '127.0.0.1', fs: { allow: ['..'] } },
  build: { target: 'safari16', chunkSizeWarningLimit: 1000, reportCompressedSize: false },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: { environment: 'jsdom', include: ['src/**/*.test.ts'], restoreMocks: true },
});
