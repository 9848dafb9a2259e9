// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder that behaves as {@code /sys/class/gpio} with line 17: writing its number to {@code
 * export} makes its folder, {@code high} and {@code low} are directions that end as {@code out}
 * with that level, {@code unexport} takes the folder away. A thread plays the kernel.
 */
final class FakeTree implements AutoCloseable {

  static final int LINE = 17;

  private static final long LOOK_NANOS = 500_000;

  private final Path root;
  private final Path line;
  private final Thread kernel;
  private volatile boolean running = true;
  private boolean present = true;
  private boolean outside;

  FakeTree(Path root) throws IOException {
    this.root = root;
    this.line = root.resolve("gpio" + LINE);
    Files.createDirectories(root);
    write(root.resolve("export"), "");
    write(root.resolve("unexport"), "");
    kernel = new Thread(this::obey, "fake-kernel");
    kernel.setDaemon(true);
    kernel.start();
  }

  private void obey() {
    while (running) {
      obeyOnce();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private synchronized void obeyOnce() {
    if (asked("export") && present && !Files.exists(line)) {
      Path fresh = root.resolve("fresh");
      makeFolder(fresh);
      move(fresh, line);
    }
    if (asked("unexport")) {
      remove();
    }
    String direction = exported() ? read(line.resolve("direction")) : "in";
    if (direction.equals("high") || direction.equals("low")) {
      write(line.resolve("value"), direction.equals("high") ? "1\n" : "0\n");
      write(line.resolve("direction"), "out\n");
    }
  }

  private boolean asked(String file) {
    boolean asked = read(root.resolve(file)).equals(Integer.toString(LINE));
    if (asked) {
      write(root.resolve(file), "");
    }
    return asked;
  }

  private void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(folder.resolve("value"), outside ? "1\n" : "0\n");
    write(folder.resolve("direction"), "in\n");
    write(folder.resolve("active_low"), "0\n");
    write(folder.resolve("edge"), "none\n");
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() {
    if (!Files.exists(line)) {
      return;
    }
    try (Stream<Path> files = Files.list(line)) {
      files.forEach(file -> file.toFile().delete());
      Files.deleteIfExists(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized boolean exported() {
    return Files.exists(line.resolve("edge"));
  }

  synchronized boolean isOutput() {
    return exported() && read(line.resolve("direction")).equals("out");
  }

  /** The level that something outside puts on an input. */
  synchronized void drivenFromOutside(boolean high) {
    outside = high;
    if (exported()) {
      write(line.resolve("value"), high ? "1\n" : "0\n");
    }
  }

  /** The level of an output as the outside sees it. */
  synchronized boolean levelOfOutput() {
    return read(line.resolve("value")).equals("1");
  }

  /** As when an expander on a bus is unplugged. */
  synchronized void unplug() {
    present = false;
    remove();
  }

  synchronized void plug() {
    present = true;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In place and without a moment in which the file is empty, as the kernel's files are. */
  private static void write(Path file, String text) {
    try {
      if (!Files.exists(file) || text.isEmpty()) {
        Files.writeString(file, text, StandardCharsets.US_ASCII);
        return;
      }
      try (var channel =
          java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        channel.write(java.nio.ByteBuffer.wrap(bytes), 0);
        channel.truncate(bytes.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      kernel.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
