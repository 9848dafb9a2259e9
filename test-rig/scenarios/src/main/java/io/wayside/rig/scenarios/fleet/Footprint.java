// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What this process takes at one moment.
 *
 * @param threads all of them
 * @param paho threads of the client library
 * @param heapBytes in use after a collection
 */
record Footprint(int threads, int paho, int uplink, long heapBytes) {

  private static final Path STATUS = Path.of("/proc/self/status");

  static Footprint take() {
    List<String> names = threadNames();
    System.gc();
    return new Footprint(
        names.size(),
        count(names, "MQTT "),
        count(names, "uplink-"),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /** Threads of gateways' uplinks and of the client library that are alive. */
  static int uplinkThreads() {
    List<String> names = threadNames();
    return count(names, "MQTT ") + count(names, "uplink-");
  }

  /**
   * Where the kernel tells it: memory of the process now ({@code VmRSS}) or at most ({@code
   * VmHWM}).
   */
  static Optional<Long> residentBytes(String what) {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(what + ":"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Processor time of this process. */
  static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static List<String> threadNames() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[2 * root.activeCount() + 64];
    int found = root.enumerate(threads, true);
    return Arrays.stream(threads, 0, found).map(Thread::getName).toList();
  }

  private static int count(List<String> names, String prefix) {
    return (int) names.stream().filter(name -> name.startsWith(prefix)).count();
  }
}
