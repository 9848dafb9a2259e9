// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessPipeTest extends BytePipeContract {

  @TempDir Path folder;

  @Override
  protected BytePipe newPipe() {
    return new ChildProcessPipe(folder.resolve("device"));
  }

  private Process start() throws Exception {
    return new ProcessBuilder(pipe.address())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void end(Process child) {
    child.destroy();
    child.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  protected OtherEnd connect() throws Exception {
    Process child = start();
    return new StreamEnd(child.getInputStream(), child.getOutputStream(), () -> end(child));
  }

  @Override
  protected OtherEnd connectWithoutReading() throws Exception {
    Process child = start();
    return new SilentEnd(() -> end(child));
  }

  @Test
  void aChildStartedWhileUnpluggedEndsAtOnceWithAnError() throws Exception {
    pipe.unplug();
    Process child = start();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isOne();
  }

  @Test
  void unpluggingEndsTheChild() throws Exception {
    Process child = start();
    io.wayside.rig.simulators.Soon.until("the child is there", pipe::attached);
    pipe.unplug();
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }
}
