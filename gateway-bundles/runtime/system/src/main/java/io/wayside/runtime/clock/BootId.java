// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Tells boots apart, because monotonic times of two boots cannot be compared. */
public final class BootId {

  private BootId() {}

  /** The kernel's boot id; where there is none, one for this process. */
  public static String read(Path root) {
    Path file = root.resolve("proc/sys/kernel/random/boot_id");
    try {
      return UUID.fromString(Files.readString(file).strip()).toString();
    } catch (IOException | IllegalArgumentException none) {
      return UUID.randomUUID().toString();
    }
  }
}
