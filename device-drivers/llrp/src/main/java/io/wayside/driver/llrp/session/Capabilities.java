// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.driver.llrp.codec.Element;
import io.wayside.driver.llrp.codec.Octets;
import io.wayside.driver.llrp.codec.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader says it can do, as far as the driver asks.
 *
 * @param description maker, model and firmware, for people
 * @param canHold whether it keeps reports back until it is told that somebody listens
 * @param hopping whether it changes its frequency by itself
 * @param hopTable the table in use when it does
 * @param channelsKhz frequencies by channel index, from index 1; empty when it tells none
 */
record Capabilities(
    String description, boolean canHold, boolean hopping, int hopTable, List<Long> channelsKhz) {

  static final Capabilities UNKNOWN =
      new Capabilities("an unknown reader", false, true, 0, List.of());

  /**
   * @param hopTable which table of frequencies is in use; 0 for the first
   */
  static Capabilities of(Element answer, int hopTable) {
    String description =
        answer
            .last("GeneralDeviceCapabilities")
            .map(Capabilities::describe)
            .orElse(UNKNOWN.description());
    boolean canHold =
        answer
            .last("LLRPCapabilities")
            .map(own -> own.flag("supportsEventAndReportHolding"))
            .orElse(false);
    Optional<Parameter> information =
        inner(
                inner(answer.all("RegulatoryCapabilities"), "UHFBandCapabilities"),
                "FrequencyInformation")
            .findFirst();
    if (information.isEmpty()) {
      return new Capabilities(description, canHold, true, hopTable, List.of());
    }
    boolean hopping = information.get().flag("hopping");
    Optional<Parameter> table = table(information.get(), hopping, hopTable);
    return new Capabilities(
        description,
        canHold,
        hopping,
        hopping ? table.map(each -> (int) each.number("hopTableId")).orElse(hopTable) : 0,
        Arrays.stream(table.map(each -> each.octets("frequenciesKhz")).orElse(Octets.NONE).ints())
            .boxed()
            .toList());
  }

  private static Optional<Parameter> table(Parameter information, boolean hopping, int wanted) {
    return hopping
        ? information
            .all("FrequencyHopTable")
            .filter(table -> wanted == 0 || table.number("hopTableId") == wanted)
            .findFirst()
        : information.last("FixedFrequencyTable");
  }

  private static String describe(Parameter general) {
    return "maker %d, model %d, firmware %s"
        .formatted(
            general.number("manufacturer"),
            general.number("model"),
            general.octets("firmware").text().orElse("unreadable"));
  }

  /** The channel to be set where the reader does not hop: the first that is allowed. */
  int channelIndex(List<Integer> allowedKhz) {
    if (hopping) {
      return 0;
    }
    for (int i = 0; i < channelsKhz.size(); i++) {
      if (allowedKhz.contains(channelsKhz.get(i).intValue())) {
        return i + 1;
      }
    }
    return 1;
  }

  private static Stream<Parameter> inner(Stream<Parameter> outer, String name) {
    return outer.flatMap(each -> each.all(name));
  }
}
