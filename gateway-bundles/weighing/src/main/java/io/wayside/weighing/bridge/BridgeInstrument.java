// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.weighing.instrument.InstrumentHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A bridge with strain sensors and axle detectors, as its document says.
 *
 * @param head id, calibration, verified range
 * @param spanM of the bridge
 * @param strain sensors
 * @param detectors in the order in which an axle passes them
 * @param temperature channel with degrees Celsius; empty when none is measured
 * @param tuning what a technician may change
 */
public record BridgeInstrument(
    InstrumentHead head,
    double spanM,
    List<StrainChannel> strain,
    List<AxleDetector> detectors,
    Optional<String> temperature,
    BridgeTuning tuning) {

  public BridgeInstrument {
    strain = List.copyOf(strain);
    detectors = List.copyOf(detectors);
  }

  public static BridgeInstrument from(Node node) throws GarbledData {
    InstrumentHead head = InstrumentHead.from(node);
    if (head.kind() != InstrumentHead.Kind.BRIDGE) {
      throw node.member("kind").wrong("must be \"bridge\" here");
    }
    node.only(
        "instrument",
        "kind",
        "calibration",
        "verified",
        "notes",
        "spanM",
        "strain",
        "axleDetectors",
        "temperature",
        "tuning");
    List<StrainChannel> strain = new ArrayList<>();
    for (Node each : node.member("strain").elements()) {
      strain.add(StrainChannel.from(each));
    }
    if (strain.isEmpty()) {
      throw node.member("strain").wrong("must name at least one strain sensor");
    }
    Optional<Node> temperature = node.optional("temperature");
    return new BridgeInstrument(
        head,
        node.member("spanM").number(1, 500),
        strain,
        detectors(node.member("axleDetectors")),
        temperature.isPresent()
            ? Optional.of(temperature.get().only("channel").member("channel").text())
            : Optional.empty(),
        BridgeTuning.from(node.optional("tuning")));
  }

  private static List<AxleDetector> detectors(Node node) throws GarbledData {
    List<AxleDetector> detectors = new ArrayList<>();
    for (Node each : node.elements()) {
      detectors.add(AxleDetector.from(each));
    }
    detectors.sort(Comparator.comparingDouble(AxleDetector::atM));
    double first = detectors.isEmpty() ? 0 : detectors.get(0).atM();
    double last = detectors.isEmpty() ? 0 : detectors.get(detectors.size() - 1).atM();
    if (last - first < 0.5) {
      throw node.wrong("must have two detectors at least 0.5 m apart: speed is told by them");
    }
    return detectors;
  }

  /** Where the first influence line begins. */
  double fromM() {
    return strain.stream().mapToDouble(each -> each.influence().fromM()).min().orElse(0);
  }

  /** Where the last influence line ends. */
  double toM() {
    return strain.stream().mapToDouble(each -> each.influence().toM()).max().orElse(spanM);
  }
}
