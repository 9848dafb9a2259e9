// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.util.Map;

/** What a sync of the disk costs. */
enum Storage {
  /** As it is on this machine. */
  OWN(""),

  /** 10 ms more for each; threads that sync together pause together. */
  SLOW("+10 ms"),

  /** 10 ms more for each, one after the other: a card carries out one command at a time. */
  ONE_AT_A_TIME("+10 ms, one at a time");

  private final String label;

  Storage(String label) {
    this.label = label;
  }

  /** Before the name of a figure. */
  String prefix() {
    return label.isEmpty() ? "" : label + ": ";
  }

  /** For the library before the C library. */
  Map<String, String> environment() {
    return switch (this) {
      case OWN -> Map.of();
      case SLOW -> Map.of("WAYSIDE_DISK_DELAY_US", "10000");
      case ONE_AT_A_TIME ->
          Map.of(
              "WAYSIDE_DISK_DELAY_US", "10000",
              "WAYSIDE_DISK_ONE_AT_A_TIME", "1");
    };
  }
}
