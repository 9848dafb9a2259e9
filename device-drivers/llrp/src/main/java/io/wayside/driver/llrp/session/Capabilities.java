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
 * @param channelsKhz frequencies by channel index, from index 1; empty when it tells none
 */
record Capabilities(String description, boolean canHold, List<Long> channelsKhz) {

  static final Capabilities UNKNOWN = new Capabilities("an unknown reader", false, List.of());

  /**
   * @param hopTable which table of frequencies is in use; 0 for the first
   */
  static Capabilities of(Element answer, int hopTable) {
    Optional<Parameter> general = answer.last("GeneralDeviceCapabilities");
    Optional<Parameter> own = answer.last("LLRPCapabilities");
    return new Capabilities(
        general.map(Capabilities::describe).orElse(UNKNOWN.description()),
        own.map(each -> each.flag("supportsEventAndReportHolding")).orElse(false),
        channels(answer, hopTable));
  }

  private static String describe(Parameter general) {
    return "maker %d, model %d, firmware %s"
        .formatted(
            general.number("manufacturer"),
            general.number("model"),
            general.octets("firmware").text().orElse("unreadable"));
  }

  private static List<Long> channels(Element answer, int hopTable) {
    List<Parameter> information =
        inner(inner(answer.all("RegulatoryCapabilities"), "UHFBandCapabilities"), "FrequencyInformation")
            .toList();
    if (information.isEmpty()) {
      return List.of();
    }
    Parameter frequencies = information.get(0);
    Stream<Parameter> tables =
        frequencies.flag("hopping")
            ? frequencies
                .all("FrequencyHopTable")
                .filter(table -> hopTable == 0 || table.number("hopTableId") == hopTable)
            : frequencies.all("FixedFrequencyTable");
    Octets channels =
        tables.findFirst().map(table -> table.octets("frequenciesKhz")).orElse(Octets.NONE);
    return Arrays.stream(channels.ints()).boxed().toList();
  }

  private static Stream<Parameter> inner(Stream<Parameter> outer, String name) {
    return outer.flatMap(each -> each.all(name));
  }
}
