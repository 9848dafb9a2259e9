// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.counting.sighting.Sighting;
import java.util.Locale;

/** A crossing as a line of JSON. */
final class EventLine {

  private EventLine() {}

  static String of(Sighting sighting, long frame) {
    FieldsBuilder line =
        Value.Fields.with("frame", frame)
            .and("t", rounded(sighting.atS()))
            .and("line", sighting.line())
            .and("direction", sighting.to().name().toLowerCase(Locale.ROOT))
            .and("class", sighting.kind().code());
    sighting.lengthM().ifPresent(length -> line.and("lengthM", rounded(length)));
    sighting.speedMps().ifPresent(speed -> line.and("speedMps", rounded(speed)));
    return Json.write(
        line.and("confidence", rounded(sighting.confidence()))
            .and("flags", sighting.flags().toValue())
            .build());
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
