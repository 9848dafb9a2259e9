// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far a drive has come. It is on disk before a step is made, so that whoever comes after a kill
 * finds the loops as the vehicles made them.
 */
record Road(Drive drive, int index) {

  static Road read(Path file, Drive drive) throws IOException {
    return new Road(
        drive, Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0);
  }

  void write(Path file) throws IOException {
    Files.writeString(file, Integer.toString(index));
  }

  boolean isOver() {
    return index >= drive.steps().size();
  }

  Step step() {
    return drive.steps().get(Math.min(index, drive.steps().size() - 1));
  }

  Road next() {
    return new Road(drive, index + 1);
  }
}
