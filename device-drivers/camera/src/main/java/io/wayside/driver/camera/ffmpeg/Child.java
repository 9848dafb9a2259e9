// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running process whose output is read; ended and reaped with all it has started. */
final class Child implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Child.class);

  private static final long ORDERLY_MS = 300;
  private static final long FORCED_MS = 2_000;

  /** On a busy machine a process that has shown all takes seconds to go. */
  private static final long ENDS_MS = 10_000;

  private final Process process;
  private final ErrorTail errors;
  private final Thread drain;

  private Child(Process process, String secret) {
    this.process = process;
    this.errors = new ErrorTail(process.getErrorStream(), secret);
    this.drain = new Thread(errors, "camera-stderr-" + process.pid());
    drain.setDaemon(true);
  }

  static Child start(List<String> command, String secret) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.environment().put("AV_LOG_FORCE_NOCOLOR", "1");
    Child child = new Child(builder.start(), secret);
    child.drain.start();
    return child;
  }

  InputStream output() {
    return process.getInputStream();
  }

  /** How it ended, once its output has; for people. */
  String ending() throws InterruptedException {
    boolean ended = process.waitFor(ORDERLY_MS, TimeUnit.MILLISECONDS);
    drain.join(ORDERLY_MS);
    String how = ended ? "exit code " + process.exitValue() : "its output is closed";
    String said = errors.text();
    return said.isEmpty() ? how : how + ": " + said;
  }

  /** Whether all was well with it; to be asked when its output has ended. Waits for its exit. */
  boolean endedWell() throws InterruptedException {
    return process.waitFor(ENDS_MS, TimeUnit.MILLISECONDS) && process.exitValue() == 0;
  }

  /** Asks it to end, then makes it; returns when it is reaped. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(ORDERLY_MS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        if (!process.waitFor(FORCED_MS, TimeUnit.MILLISECONDS)) {
          log.warn("process {} does not end, not even by SIGKILL; it hangs in the kernel", pid());
        }
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    started.forEach(ProcessHandle::destroyForcibly);
    closeQuietly(process.getInputStream());
    closeQuietly(process.getErrorStream());
  }

  private static void closeQuietly(InputStream stream) {
    try {
      stream.close();
    } catch (IOException alreadyBroken) {
      log.trace("the pipe was broken already", alreadyBroken);
    }
  }

  long pid() {
    return process.pid();
  }
}
