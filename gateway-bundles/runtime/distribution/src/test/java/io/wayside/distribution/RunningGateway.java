// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A gateway that has started. */
final class RunningGateway implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;
  private final String started;

  private RunningGateway(Process process, BufferedReader lines, String started) {
    this.process = process;
    this.lines = lines;
    this.started = started;
  }

  static RunningGateway await(Process process) throws IOException {
    BufferedReader lines = process.inputReader();
    StringBuilder before = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      before.append(line).append('\n');
      if (line.contains(" started in ")) {
        return new RunningGateway(process, lines, before.toString());
      }
    }
    throw new IllegalStateException("the gateway did not start:\n" + before);
  }

  String started() {
    return started;
  }

  long pid() {
    return process.pid();
  }

  /** SIGTERM; what it printed until it ended. */
  GatewayFolder.Ended terminate(long patienceMs) throws IOException, InterruptedException {
    process.toHandle().destroy(); // destroy() of the process itself would close its output
    return ended(patienceMs);
  }

  GatewayFolder.Ended kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    return ended(10_000);
  }

  GatewayFolder.Ended ended(long patienceMs) throws IOException, InterruptedException {
    if (!process.waitFor(patienceMs, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it did not end within " + patienceMs + " ms");
    }
    StringBuilder output = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.append(line).append('\n');
    }
    return new GatewayFolder.Ended(process.exitValue(), output.toString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
