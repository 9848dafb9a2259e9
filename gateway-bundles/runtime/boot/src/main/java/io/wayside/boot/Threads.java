// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.util.Map;
import java.util.stream.Collectors;

/** Says where the threads of this process are, for a message about what hangs. */
final class Threads {

  private static final int MOST = 8;

  private Threads() {}

  /** Threads that are in code of the gateway, each with its topmost such frame. */
  static String busy() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(entry -> entry.getKey() != Thread.currentThread())
        .map(Threads::frame)
        .filter(line -> !line.isEmpty())
        .limit(MOST)
        .collect(Collectors.joining("; "));
  }

  private static String frame(Map.Entry<Thread, StackTraceElement[]> thread) {
    for (StackTraceElement frame : thread.getValue()) {
      if (frame.getClassName().startsWith("io.wayside.")
          && !frame.getClassName().startsWith("io.wayside.boot.")) {
        return thread.getKey().getName() + " in " + frame;
      }
    }
    return "";
  }
}
