// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small file system of its own, in memory, which only processes see that enter it. It lives as
 * long as the process that holds it.
 */
final class SmallDisk implements AutoCloseable {

  private static final String HOLD =
      "mount -t tmpfs -o size=\"$1\"m none \"$0\" && echo ready && exec sleep 3600";

  private final Process holder;
  private final Path folder;

  private SmallDisk(Process holder, Path folder) {
    this.holder = holder;
    this.folder = folder;
  }

  /** Empty where the machine does not allow it. */
  static Optional<SmallDisk> make(Path folder, int sizeMiB) throws IOException {
    Files.createDirectories(folder);
    Process holder;
    try {
      holder =
          new ProcessBuilder(
                  "unshare",
                  "-Urm",
                  "sh",
                  "-c",
                  HOLD,
                  folder.toAbsolutePath().toString(),
                  String.valueOf(sizeMiB))
              .redirectErrorStream(true)
              .start();
    } catch (IOException noSuchCommand) {
      return Optional.empty();
    }
    SmallDisk disk = new SmallDisk(holder, folder.toAbsolutePath());
    BufferedReader said = holder.inputReader(StandardCharsets.UTF_8);
    if ("ready".equals(said.readLine()) && disk.canBeEntered()) {
      return Optional.of(disk);
    }
    disk.close();
    return Optional.empty();
  }

  private boolean canBeEntered() throws IOException {
    List<String> command = new ArrayList<>(entering());
    command.add("true");
    try {
      return new ProcessBuilder(command).start().onExit().join().exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }

  /** Words before a command line that make it run where this disk is. */
  List<String> entering() {
    return List.of(
        "nsenter", "-t", String.valueOf(holder.pid()), "-U", "-m", "--preserve-credentials");
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    holder.destroyForcibly();
    holder.onExit().join();
  }
}
