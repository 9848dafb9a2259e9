// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.util.List;

/** An indicator in continuous mode: what it is sent is read and forgotten. */
record ContinuousConversation(IndicatorEncoder encoder) implements Conversation {

  @Override
  public List<byte[]> hear(byte[] bytes, Scale scale) {
    return List.of();
  }

  @Override
  public List<byte[]> repeat(Scale scale) {
    Indication shown = scale.shown();
    if (Math.abs(shown.value()) > encoder.largest()) {
      shown = shown.as(shown.negative() ? Indication.Range.UNDER : Indication.Range.OVER);
    }
    boolean silent =
        shown.blank() && scale.settings().outOfRange() == IndicatorSettings.OutOfRange.SILENCE;
    return silent ? List.of() : List.of(encoder.encode(shown));
  }
}
