// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds, by what Linux says of it.
 *
 * @param zombies children that ended and that nobody has waited for
 * @param descriptors open files, pipes and sockets
 * @param residentKb memory in use, heap and all
 * @param heapKb of it what the heap holds after a collection
 */
record Vitals(int zombies, int descriptors, int threads, long residentKb, long heapKb) {

  static Vitals now() throws IOException {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    String status = Files.readString(Path.of("/proc/self/status"));
    return new Vitals(
        endedNow(), openNow(), (int) field(status, "Threads:"), field(status, "VmRSS:"), heap);
  }

  private static int openNow() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return (int) open.count();
    }
  }

  private static int endedNow() {
    return (int) ProcessHandle.current().children().filter(child -> isZombie(child.pid())).count();
  }

  private static boolean isZombie(long pid) {
    try {
      String stat =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException gone) {
      return false;
    }
  }

  /** The number behind a name in /proc/self/status. */
  static long field(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }
}
