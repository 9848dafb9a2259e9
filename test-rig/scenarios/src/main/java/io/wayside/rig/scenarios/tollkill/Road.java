// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tollkill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the vehicles are. It is on disk before a step is made, so that whoever comes after a kill
 * finds the loops as the vehicle made them.
 *
 * @param vehicle the one that is in the lane, from 1
 * @param step what it does
 */
record Road(int vehicle, Step step) {

  /** One vehicle's way. */
  enum Step {
    COMING(false, false),
    ON_ARMING(true, false),
    HEARD(true, false),
    BETWEEN(false, false),
    ON_SAFETY(false, true),
    GONE(false, false);

    final boolean arming;
    final boolean safety;

    Step(boolean arming, boolean safety) {
      this.arming = arming;
      this.safety = safety;
    }
  }

  static final Road EMPTY = new Road(1, Step.COMING);

  static Road read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    String[] words = Files.readString(file).strip().split(" ", -1);
    return new Road(Integer.parseInt(words[0]), Step.valueOf(words[1]));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, vehicle + " " + step);
  }

  Road next() {
    return switch (step) {
      case COMING -> new Road(vehicle, Step.ON_ARMING);
      case ON_ARMING -> new Road(vehicle, Step.HEARD);
      case HEARD -> new Road(vehicle, Step.BETWEEN);
      case BETWEEN -> new Road(vehicle, Step.ON_SAFETY);
      case ON_SAFETY -> new Road(vehicle, Step.GONE);
      case GONE -> new Road(vehicle + 1, Step.COMING);
    };
  }

  /** Each vehicle has a tag of its own. */
  String tag() {
    return "00a0%020x".formatted(vehicle);
  }
}
