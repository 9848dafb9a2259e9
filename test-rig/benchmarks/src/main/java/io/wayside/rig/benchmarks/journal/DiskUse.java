// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this process has done to the disk so far.
 *
 * @param writtenBytes bytes it caused to be written ({@code write_bytes} of {@code /proc/self/io})
 * @param syncs fsync and fdatasync calls, as the shim counts them; 0 without the shim
 */
public record DiskUse(long writtenBytes, long syncs) {

  public static final String COUNT = "WAYSIDE_DISK_COUNT";

  public static DiskUse now() throws IOException {
    return new DiskUse(number(Path.of("/proc/self/io"), "write_bytes:"), counted());
  }

  public DiskUse since(DiskUse before) {
    return new DiskUse(writtenBytes - before.writtenBytes, syncs - before.syncs);
  }

  /** Resident memory of this process in KiB. */
  public static long residentKiB() throws IOException {
    return number(Path.of("/proc/self/status"), "VmRSS:");
  }

  private static long counted() throws IOException {
    Optional<String> file = Optional.ofNullable(System.getenv(COUNT));
    if (file.isEmpty()) {
      return 0;
    }
    return ByteBuffer.wrap(Files.readAllBytes(Path.of(file.get())))
        .order(ByteOrder.nativeOrder())
        .getLong();
  }

  private static long number(Path file, String name) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElse(0);
    }
  }
}
