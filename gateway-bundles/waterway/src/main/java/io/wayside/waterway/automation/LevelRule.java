// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.Wording;
import io.wayside.waterway.aid.Duty;
import java.time.Duration;
import java.util.List;

/**
 * A light by the level of the water, such as at a bridge span.
 *
 * @param gauge by which gauge, {@code DEVICE/STATION}
 * @param bands in ascending order
 * @param safeBand in force while the gauge is silent or not steady; never a dark one
 * @param source where the levels come from, such as an order of an authority
 */
public record LevelRule(
    String name,
    Wording title,
    String gauge,
    List<Band> bands,
    double hysteresisM,
    Duration staleAfter,
    Steadiness steadiness,
    int safeBand,
    String source)
    implements Rule {

  public LevelRule {
    bands = List.copyOf(bands);
    for (int i = 1; i < bands.size(); i++) {
      if (!(bands.get(i).fromM() - bands.get(i - 1).fromM() > hysteresisM)) {
        throw new IllegalArgumentException(
            "band "
                + bands.get(i).name()
                + " is not above the one before it by more than the"
                + " hysteresis of "
                + hysteresisM
                + " m");
      }
    }
    if (bands.get(safeBand).wish().mode() == Duty.Mode.DARK) {
      throw new IllegalArgumentException(
          "the light is lit while the gauge is silent: band "
              + bands.get(safeBand).name()
              + " cannot be the safe one");
    }
  }
}
