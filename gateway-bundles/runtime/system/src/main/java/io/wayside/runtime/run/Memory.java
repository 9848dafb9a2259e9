// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the process needs.
 *
 * @param residentBytes of the whole process, where the kernel tells
 * @param heapBytes in use, garbage included
 */
public record Memory(Optional<Long> residentBytes, long heapBytes) {

  private static final String RESIDENT = "VmRSS:";

  /** Looks at the process, see proc(5), {@code /proc/pid/status}. */
  public static Memory read(Path root) {
    Runtime runtime = Runtime.getRuntime();
    return new Memory(resident(root), runtime.totalMemory() - runtime.freeMemory());
  }

  /** A line reads {@code VmRSS: 12345 kB}, where kB are 1024 bytes. */
  private static Optional<Long> resident(Path root) {
    try {
      return Files.readAllLines(root.resolve("proc/self/status")).stream()
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.substring(RESIDENT.length()).replace("kB", "").strip())
          .map(number -> Long.parseLong(number) * 1024)
          .findFirst();
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }
}
