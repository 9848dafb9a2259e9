// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.journal.record;

import io.wayside.rig.systemtests.house.Breaks;
import java.nio.file.Files;
import java.nio.file.Path;

/** The form of a record is not its place. */
@Breaks("a pure package has no I/O, no threads and no framework")
final class TouchesAFile {
  private TouchesAFile() {}

  static boolean there(Path path) {
    return Files.exists(path);
  }
}
