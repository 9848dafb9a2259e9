// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.lane;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.weighing.bridge.BridgeInstrument;
import io.wayside.weighing.bridge.BridgeWeighing;
import io.wayside.weighing.instrument.InstrumentHead;
import io.wayside.weighing.metrology.ParameterSet;
import io.wayside.weighing.motion.MotionWeighing;
import io.wayside.weighing.platform.PlatformInstrument;
import io.wayside.weighing.platform.PlatformWeighing;
import io.wayside.weighing.strips.StripInstrument;
import io.wayside.weighing.strips.StripWeighing;
import java.util.List;

/**
 * An instrument ready to weigh.
 *
 * @param head what its document begins with
 * @param parameters its document as a whole
 * @param weighing turns its samples into vehicles
 */
public record OpenInstrument(
    InstrumentHead head, ParameterSet parameters, MotionWeighing weighing) {

  /**
   * Opens an instrument.
   *
   * @param channelNames of the samples, in the order in which blocks carry them
   * @throws GarbledData when the document is not in the documented form or names a channel that the
   *     samples do not have
   */
  public static OpenInstrument of(Node document, List<String> channelNames) throws GarbledData {
    InstrumentHead head = InstrumentHead.from(document);
    return new OpenInstrument(
        head, ParameterSet.of(document.value()), weighing(head, document, channelNames));
  }

  private static MotionWeighing weighing(
      InstrumentHead head, Node document, List<String> channelNames) throws GarbledData {
    try {
      return switch (head.kind()) {
        case STRIPS -> new StripWeighing(StripInstrument.from(document), channelNames);
        case PLATFORM -> new PlatformWeighing(PlatformInstrument.from(document), channelNames);
        case BRIDGE -> new BridgeWeighing(BridgeInstrument.from(document), channelNames);
      };
    } catch (IllegalArgumentException channelMissing) {
      throw document.wrong("does not fit the samples: " + channelMissing.getMessage());
    }
  }

  /** The calibration in force as records name it; {@code none} without one. */
  public String calibrationId() {
    return head.calibration().map(calibration -> calibration.id()).orElse("none");
  }
}
