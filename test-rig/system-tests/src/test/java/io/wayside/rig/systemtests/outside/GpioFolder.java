// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A folder that behaves as {@code /sys/class/gpio} with lines that are exported already. A thread
 * plays the kernel: {@code high} and {@code low} are directions that end as {@code out} with that
 * level. It remembers which outputs were ever on.
 */
final class GpioFolder implements AutoCloseable {

  private static final long LOOK_NANOS = 500_000;

  private final Path root;
  private final int lines;
  private final Map<Integer, Boolean> onOnce = new ConcurrentHashMap<>();
  private final Thread kernel;
  private volatile boolean running = true;

  GpioFolder(Path root, int lines) throws IOException {
    this.root = root;
    this.lines = lines;
    Files.createDirectories(root);
    Files.writeString(root.resolve("export"), "");
    Files.writeString(root.resolve("unexport"), "");
    for (int line = 1; line <= lines; line++) {
      Files.createDirectories(file(line, "value").resolveSibling(""));
      Files.writeString(file(line, "value"), "0\n");
      Files.writeString(file(line, "direction"), "in\n");
      Files.writeString(file(line, "active_low"), "0\n");
      Files.writeString(file(line, "edge"), "none\n");
    }
    kernel = new Thread(this::obey, "gpio-folder");
    kernel.setDaemon(true);
    kernel.start();
  }

  Path root() {
    return root;
  }

  private Path file(int line, String name) {
    return root.resolve("gpio" + line).resolve(name);
  }

  private void obey() {
    while (running) {
      for (int line = 1; line <= lines; line++) {
        String direction = read(file(line, "direction"));
        if (Set.of("high", "low").contains(direction)) {
          write(file(line, "value"), direction.equals("high") ? "1\n" : "0\n");
          write(file(line, "direction"), "out\n");
        }
        if (direction.equals("out") && on(line)) {
          onOnce.put(line, true);
        }
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The level on an input, from outside. */
  void input(int line, boolean high) {
    write(file(line, "value"), high ? "1\n" : "0\n");
  }

  /** The level of an output now. */
  boolean on(int line) {
    return read(file(line, "value")).equals("1");
  }

  /** Whether an output was seen on since it was asked last. */
  boolean takeOnOnce(int line) {
    return onOnce.remove(line) != null;
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
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      channel.write(ByteBuffer.wrap(bytes), 0);
      channel.truncate(bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      kernel.join(2_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
