// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process has done to the disk so far.
 *
 * @param writtenBytes bytes it caused to be written ({@code write_bytes} of {@code /proc/self/io})
 * @param syncs fsync and fdatasync calls, as the shim counts them; 0 without the shim
 */
public record DiskUse(long writtenBytes, long syncs) {

  public static final String COUNT = "WAYSIDE_DISK_COUNT";

  public static DiskUse now() throws IOException {
    return of("self", Optional.ofNullable(System.getenv(COUNT)).map(Path::of));
  }

  /** What another process has done, whose syncs the shim counts into this file. */
  public static DiskUse of(long pid, Optional<Path> count) throws IOException {
    return of(String.valueOf(pid), count);
  }

  private static DiskUse of(String process, Optional<Path> count) throws IOException {
    return new DiskUse(
        number(Path.of("/proc", process, "io"), "write_bytes:"),
        count.isPresent() ? counted(count.get()) : 0);
  }

  public DiskUse since(DiskUse before) {
    return new DiskUse(writtenBytes - before.writtenBytes, syncs - before.syncs);
  }

  /** Resident memory of this process in KiB. */
  public static long residentKiB() throws IOException {
    return number(Path.of("/proc/self/status"), "VmRSS:");
  }

  /** Resident memory of another process in KiB. */
  public static long residentKiB(long pid) throws IOException {
    return number(Path.of("/proc", String.valueOf(pid), "status"), "VmRSS:");
  }

  private static long counted(Path count) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(count)).order(ByteOrder.nativeOrder()).getLong();
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
