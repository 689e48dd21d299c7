import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executableFromEnvironment, findExecutable, isExecutable } from './find-executable.mjs';
import { cacheFolder } from './places.mjs';
import { createProgress } from './progress.mjs';
import { mustRun } from './run-command.mjs';
import { sdkDownload } from './sdk-download.mjs';

const version = '1.38.0';
const mainClass = 'io.temporal.testserver.TestServer';
const fastStart = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto';

/**
 * The path of Temporal's time-skipping test server, for `TestWorkflowEnvironment.createTimeSkipping`
 * as `{ server: { executable: { type: 'existing-path', path } } }`. The SDK passes it the port.
 */
export async function provideTimeSkippingServer({ log = createProgress() } = {}) {
  const given = executableFromEnvironment('TEMPORAL_TEST_SERVER');
  if (given) return given;
  const folder = cacheFolder('time-skipping-server', version);
  const wrapper = join(folder, 'run');
  if (isExecutable(wrapper) && existsSync(join(folder, 'jars'))) return wrapper;
  return (await sdkDownload({ kind: 'time-skipping', log })) ?? (await fromMaven(folder, log));
}

async function fromMaven(folder, log) {
  const java = findExecutable(['java']);
  const mvn = findExecutable(['mvn']);
  if (!java || !mvn) {
    throw new Error(
      'no time-skipping test server: install Java 11 or later and Maven, ' +
        'or point TEMPORAL_TEST_SERVER to the server',
    );
  }
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  try {
    writeFileSync(join(building, 'pom.xml'), pom);
    await log.step(`getting the time-skipping test server ${version} with Maven, once`, () =>
      mustRun(
        mvn,
        [
          '-B',
          '-q',
          'dependency:copy-dependencies',
          '-DincludeScope=runtime',
          '-DoutputDirectory=jars',
        ],
        { cwd: building },
      ),
    );
    // `exec`, so that stopping the wrapper stops Java. The SDK gives the server five seconds to
    // start: the light compiler and collector keep within them on a busy machine.
    const script = `#!/bin/sh\nexec '${java}' ${fastStart} -cp "$(dirname "$0")/jars/*" ${mainClass} "$@"\n`;
    writeFileSync(join(building, 'run'), script, { mode: 0o755 });
    rmSync(folder, { recursive: true, force: true });
    renameSync(building, folder);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return join(folder, 'run');
}

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>jiechu</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${version}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;
