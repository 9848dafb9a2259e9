// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A road in words. */
final class RoadWords {

  private static final Map<RoadSpec, String> CLASSES = new LinkedHashMap<>();

  static {
    CLASSES.put(RoadSpec.SITE_CLASS_I, "road of COST 323 site class I");
    CLASSES.put(RoadSpec.A, "road class A of ISO 8608");
    CLASSES.put(RoadSpec.B, "road class B of ISO 8608");
    CLASSES.put(RoadSpec.C, "road class C of ISO 8608");
    CLASSES.put(RoadSpec.D, "road class D of ISO 8608");
    CLASSES.put(RoadSpec.E, "road class E of ISO 8608");
    CLASSES.put(RoadSpec.SMOOTH, "road without unevenness");
  }

  private RoadWords() {}

  static String of(RoadSpec road, double iri) {
    return String.format(
        Locale.ROOT,
        "%s (Gd %.2g m3), IRI %.2f m/km",
        CLASSES.getOrDefault(road, "road of no class"),
        road.gdM3(),
        iri);
  }
}
