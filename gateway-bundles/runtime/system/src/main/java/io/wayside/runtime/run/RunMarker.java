// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Remembers over restarts whether the last run ended in an orderly way, in one small file. */
public final class RunMarker {

  /** How the run before this one ended. */
  public enum Reason {
    /** There was none on this state folder. */
    COLD,
    /** It was stopped. */
    CLEAN,
    /** It just ended: power, kernel, kill or fault. */
    AFTER_CRASH;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final String RUNNING = "running";
  private static final String STOPPED = "stopped";

  private final Path file;

  public RunMarker(Path state) {
    this.file = state.resolve("last-run");
  }

  /** This run has begun; how the one before it ended. */
  public Reason begin() throws IOException {
    Reason reason = last();
    write(RUNNING);
    return reason;
  }

  /** This run ends in an orderly way. */
  public void end() throws IOException {
    write(STOPPED);
  }

  /** A file that is there and says something else was cut by the crash it tells of. */
  private Reason last() throws IOException {
    try {
      return Files.readString(file).strip().equals(STOPPED) ? Reason.CLEAN : Reason.AFTER_CRASH;
    } catch (NoSuchFileException none) {
      return Reason.COLD;
    }
  }

  private void write(String word) throws IOException {
    Path next = file.resolveSibling("last-run.next");
    Files.write(next, (word + "\n").getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
