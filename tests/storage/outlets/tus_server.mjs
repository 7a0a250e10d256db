// The reference server of tus over a folder: node tus_server.mjs MODULES FOLDER PORT [LARGEST]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, folder, port, largest] = process.argv.slice(2);
const found = createRequire(`${modules}/package.json`);
const { Server } = await import(pathToFileURL(found.resolve("@tus/server")));
const { FileStore } = await import(pathToFileURL(found.resolve("@tus/file-store")));

const server = new Server({
  path: "/files",
  datastore: new FileStore({ directory: folder }),
  ...(largest ? { maxSize: Number(largest) } : {}),
});
server.listen({ host: "127.0.0.1", port: Number(port) });
