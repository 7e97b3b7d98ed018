// A store that speaks S3, kept in a folder, as a process of its own: `node s3-server.mjs FOLDER PORT BUCKET`.
// The key and the secret are both S3RVER. It ends when its standard input does.
import S3rver from '@20minutes/s3rver';

const [directory, port, bucket] = process.argv.slice(2);
await new S3rver({
  address: '127.0.0.1',
  port: Number(port),
  silent: true,
  directory,
  configureBuckets: [{ name: bucket, configs: [] }],
}).run();
console.log('ready');
process.stdin.resume().once('end', () => process.exit());
