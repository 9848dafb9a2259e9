// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.counting.cli.Unwritable;
import io.wayside.counting.cli.Watched;
import io.wayside.counting.cli.WholeFile;
import io.wayside.counting.cli.Wrong;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where crossings are written, and beside them what was watched. What an earlier run left in the
 * file is only cleared when pictures are seen: a run that cannot begin does not cost the last one.
 */
final class EventsFile implements AutoCloseable {

  private static final String OPTION = "--out";

  /** What can be cleared. */
  private interface Clearing {
    void clear() throws IOException;
  }

  private final String name;
  private final Optional<String> beside;
  private final OutputStream out;
  private final Clearing clearing;

  private EventsFile(String name, Optional<String> beside, OutputStream out, Clearing clearing) {
    this.name = name;
    this.beside = beside;
    this.out = out;
    this.clearing = clearing;
  }

  /** A stream, beside which nothing can be written. */
  static EventsFile to(PrintStream stream) {
    return new EventsFile("-", Optional.empty(), new Heard(stream), () -> {});
  }

  static EventsFile at(String file) throws Wrong {
    try {
      FileChannel channel =
          FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      String beside = Watched.beside(file);
      if (Files.isDirectory(Path.of(beside))) {
        channel.close();
        throw Unwritable.file(OPTION, beside, new IOException("a folder"));
      }
      return new EventsFile(
          file, Optional.of(beside), Channels.newOutputStream(channel), () -> channel.truncate(0));
    } catch (IOException | InvalidPathException unwritable) {
      throw Unwritable.file(OPTION, file, unwritable);
    }
  }

  boolean isFile() {
    return beside.isPresent();
  }

  /** Pictures are seen: what is written from now on is all that the file holds. */
  void begins() throws Wrong {
    try {
      clearing.clear();
    } catch (IOException unwritable) {
      throw Unwritable.file(OPTION, name, unwritable);
    }
  }

  void add(String line) throws Wrong {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException unwritable) {
      throw Unwritable.file(OPTION, name, unwritable);
    }
  }

  /** What was watched, for the verb counts; nowhere beside a stream. */
  void watched(String json) throws Wrong {
    if (beside.isPresent()) {
      WholeFile.write(OPTION, beside.get(), (json + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A file is closed, a stream is left to whom it belongs. */
  @Override
  public void close() throws Wrong {
    try {
      if (isFile()) {
        out.close();
      }
    } catch (IOException unwritable) {
      throw Unwritable.file(OPTION, name, unwritable);
    }
  }

  /** A print stream that does not keep its failure to itself. */
  private static final class Heard extends OutputStream {
    private final PrintStream stream;

    Heard(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void write(int one) {
      stream.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      stream.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (stream.checkError()) { // which flushes it
        throw new IOException("nobody takes it, or the disk is full");
      }
    }
  }
}
