// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.counting.cli.Wrong;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where crossings are written. What an earlier run left in the file is only cleared when pictures
 * are seen: a run that cannot begin does not cost the last one.
 */
final class EventsFile {

  /** What can be cleared. */
  private interface Clearing {
    void clear() throws IOException;
  }

  private final PrintStream stream;
  private final Clearing clearing;

  private EventsFile(PrintStream stream, Clearing clearing) {
    this.stream = stream;
    this.clearing = clearing;
  }

  static EventsFile to(PrintStream stream) {
    return new EventsFile(stream, () -> {});
  }

  static EventsFile at(String file) throws Wrong {
    try {
      FileChannel channel =
          FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      OutputStream out = Channels.newOutputStream(channel);
      return new EventsFile(
          new PrintStream(out, false, StandardCharsets.UTF_8), () -> channel.truncate(0));
    } catch (IOException | InvalidPathException unwritable) {
      throw new Wrong("--out " + file + ": cannot be written: " + unwritable.getMessage());
    }
  }

  PrintStream stream() {
    return stream;
  }

  /** Pictures are seen: what is written from now on is all that the file holds. */
  void begins() throws IOException {
    clearing.clear();
  }
}
