// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** Instruments and runs that several tests need. */
final class Platforms {

  static final List<String> CHANNELS = List.of("a", "b", "c", "d", "loop");

  static final String CORNERS =
      """
      [{"channel": "a", "newtonsPerUnit": 1, "corner": "front-left"},
       {"channel": "b", "newtonsPerUnit": 1, "corner": "front-right"},
       {"channel": "c", "newtonsPerUnit": 1, "corner": "rear-left"},
       {"channel": "d", "newtonsPerUnit": 1, "corner": "rear-right"}]""";

  static final String PLAIN = CORNERS.replaceAll(", \"corner\": \"[a-z-]+\"", "");

  static final String LAWFUL =
      """
      "calibration": {"id": "c-1", "on": "2026-01-02", "by": "a person"},
      "verified": {"speedKmh": [1, 20]},""";

  private Platforms() {}

  static PlatformInstrument of(String head, double lengthM, String cells, String more)
      throws GarbledData {
    return PlatformInstrument.from(
        Node.read(
            "platform.json",
            """
            {"instrument": "p1", "kind": "platform", %s
             "lengthM": %s, "cells": %s, "scaleIntervalKg": 20, "maxKg": 60000,
             "mode": "group"%s}"""
                .formatted(head, lengthM, cells, more)));
  }

  static PlatformInstrument corners(String more) throws GarbledData {
    return of(LAWFUL, 3, CORNERS, ", \"naturalHz\": 18" + more);
  }

  static PlatformInstrument plain(String more) throws GarbledData {
    return of(LAWFUL, 3, PLAIN, ", \"naturalHz\": 18" + more);
  }

  static List<MotionVehicle> weigh(PlatformInstrument instrument, List<SampleBlock> blocks) {
    PlatformWeighing weighing = new PlatformWeighing(instrument, CHANNELS);
    List<MotionVehicle> found = new ArrayList<>();
    blocks.forEach(block -> weighing.samples(block, found::add));
    weighing.finish(found::add);
    return found;
  }

  static MotionVehicle weighOne(PlatformInstrument instrument, Crossing crossing) {
    List<MotionVehicle> found = weigh(instrument, crossing.blocks(137));
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " vehicles and not one: " + found);
    }
    return found.get(0);
  }

  static List<Flag> flags(MotionVehicle vehicle) {
    return List.copyOf(vehicle.flags().all());
  }
}
