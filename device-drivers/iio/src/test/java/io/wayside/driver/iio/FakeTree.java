// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of one converter as the kernel lays them out: two inputs of mixed storage and stamps. A
 * pipe stands for the character device; samples go in only while the buffer is enabled.
 */
final class FakeTree implements AutoCloseable {

  static final int SCAN_BYTES = 16;

  final Path sys;
  final Path dev;
  final Path device;
  private final boolean withStamps;
  private RandomAccessFile pipe;

  FakeTree(Path root, boolean withStamps) {
    this.sys = root.resolve("sys");
    this.dev = root.resolve("dev");
    this.device = sys.resolve("iio:device3");
    this.withStamps = withStamps;
    plug();
  }

  Map<String, Object> config(String... channels) {
    return Map.of(
        "channels",
        channels.length == 0 ? new String[] {"left=voltage0", "voltage1"} : channels,
        "sysPath",
        sys.toString(),
        "devPath",
        dev.toString());
  }

  void plug() {
    plugWith("", new byte[0]);
  }

  /** Plugs it in with one file that says something else. */
  void plugWith(String file, byte[] content) {
    try {
      Files.createDirectories(dev);
      Path fifo = dev.resolve("iio:device3");
      if (new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() != 0) {
        throw new IOException("mkfifo failed");
      }
      pipe = new RandomAccessFile(fifo.toFile(), "rw");
      Path made = sys.resolve("being-made");
      for (String folder : List.of("scan_elements", "buffer", "trigger")) {
        Files.createDirectories(made.resolve(folder));
      }
      Path other = Files.createDirectories(sys.resolve("iio:device0"));
      Files.writeString(other.resolve("name"), "cpu-temp\n");
      writeAttributes(made);
      if (!file.isEmpty()) {
        Files.write(made.resolve(file), content);
      }
      Files.move(made, device);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void writeAttributes(Path at) throws IOException {
    Map<String, String> all =
        Map.ofEntries(
            Map.entry("name", "ad7192"),
            Map.entry("label", "deck"),
            Map.entry("sampling_frequency", "50"),
            Map.entry("current_timestamp_clock", "realtime"),
            Map.entry("in_voltage_scale", "0.5"),
            Map.entry("in_voltage1_scale", "0.25"),
            Map.entry("in_voltage0_offset", "-100"),
            Map.entry("in_voltage0_raw", "107"),
            Map.entry("in_voltage1_raw", "-8"),
            Map.entry("trigger/current_trigger", ""),
            Map.entry("buffer/enable", "0"),
            Map.entry("buffer/length", "2"),
            Map.entry("buffer/watermark", "1"));
    for (Map.Entry<String, String> file : all.entrySet()) {
      Files.writeString(at.resolve(file.getKey()), file.getValue() + "\n");
    }
    element(at, "in_voltage0", 0, "be:u24/32>>8");
    element(at, "in_voltage1", 1, "le:s12/16>>4");
    element(at, "in_voltage2", 2, "le:s16/16>>0");
    if (withStamps) {
      element(at, "in_timestamp", 3, "le:s64/64>>0");
    }
  }

  private static void element(Path at, String prefix, int index, String type) throws IOException {
    Path elements = at.resolve("scan_elements");
    Files.writeString(elements.resolve(prefix + "_en"), index == 2 ? "1\n" : "0\n");
    Files.writeString(elements.resolve(prefix + "_index"), index + "\n");
    Files.writeString(elements.resolve(prefix + "_type"), type + "\n");
  }

  String read(String file) {
    try {
      return Files.readString(device.resolve(file)).strip();
    } catch (IOException gone) {
      return "";
    }
  }

  boolean isEnabled() {
    return read("buffer/enable").equals("1");
  }

  /** A block of scans; what voltage0 and voltage1 read, and when. Lost while not enabled. */
  void sample(int voltage0, int voltage1, long firstNanos, long intervalNanos, int count) {
    if (!isEnabled()) {
      return;
    }
    int bytes = withStamps ? SCAN_BYTES : 8;
    ByteBuffer scans = ByteBuffer.allocate(bytes * count);
    for (int i = 0; i < count; i++) {
      scans.position(i * bytes);
      scans.order(ByteOrder.BIG_ENDIAN).putInt(voltage0 << 8 | 0x5a); // status below, as AD7192
      scans.order(ByteOrder.LITTLE_ENDIAN).putShort((short) (voltage1 << 4 | 0xc));
      if (withStamps) {
        scans.position(i * bytes + 8);
        scans.putLong(firstNanos + i * intervalNanos);
      }
    }
    try {
      pipe.write(scans.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** First the names go, then the samples end, as when the kernel takes a device away. */
  void unplug() {
    try {
      Files.move(device, sys.resolve("gone-" + System.nanoTime()));
      Files.delete(dev.resolve("iio:device3"));
      pipe.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      pipe.close();
      try (Stream<Path> all = Files.walk(sys.getParent())) {
        all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
