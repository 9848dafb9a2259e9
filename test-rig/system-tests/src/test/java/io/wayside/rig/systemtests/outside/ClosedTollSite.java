// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import java.nio.file.Path;
import java.util.List;

/** The document of a lane into a closed system and one out of it, on one gateway. */
final class ClosedTollSite {

  /** Each lane has six lines: the first has 1 to 6, as in {@link TollSite}, the second 7 to 12. */
  static final int LINES = 6;

  private ClosedTollSite() {}

  static Value.Fields document(int inPort, int outPort, Path gpio, String broker) {
    FieldsBuilder devices = Value.Fields.with("reader-in", reader(inPort));
    devices.and("reader-out", reader(outPort));
    lines(devices, "in", 0, gpio);
    lines(devices, "out", LINES, gpio);
    return Value.Fields.with(
            "gateway",
            Value.Fields.with("id", "toll-2").and("tenant", "demo").and("name", "Two").build())
        .and("journal", Value.Fields.with("quota", "256 MiB").build())
        .and("devices", devices.build())
        .and("stations", stations())
        .and(
            "uplinks",
            Value.Fields.with(
                    "centre",
                    Value.Fields.with("type", "mqtt")
                        .and("brokers", List.of(new Value.Text(broker)))
                        .and("firstConnectWithin", "0 s")
                        .build())
                .build())
        .build();
  }

  private static Value reader(int port) {
    return Value.Fields.with("type", "llrp")
        .and("link", "tcp://127.0.0.1:" + port)
        .and("radioOnAtStart", false)
        .build();
  }

  private static void lines(FieldsBuilder devices, String lane, int from, Path gpio) {
    for (String input : List.of("l1", "l3")) {
      int line = from + (input.equals("l1") ? TollSite.L1 : TollSite.L3);
      devices.and(
          input + "-" + lane, TollSite.line("contact", gpio, line).and("settle", "2 ms").build());
    }
    for (String output : List.of("raise", "lower")) {
      int line = from + (output.equals("raise") ? TollSite.RAISE : TollSite.LOWER);
      devices.and(
          output + "-" + lane, TollSite.line("output", gpio, line).and("safeOn", false).build());
    }
  }

  private static Value.Fields stations() {
    return Value.Fields.with(
            "lists",
            Value.Fields.with("type", "toll-lists")
                .and("issuers", "issuers-example")
                .and("keys", "issuers.keys")
                .and("lookEvery", "1 s")
                .build())
        .and(
            "entries",
            Value.Fields.with("type", "toll-entries")
                .and("lanes", List.of(new Value.Text("lane-in"), new Value.Text("lane-out")))
                .and("passback", "HOLD")
                .and("keys", "issuers.keys")
                .build())
        .and("lane-in", lane("in", "1001", "ENTRY"))
        .and("lane-out", lane("out", "1003", "EXIT"))
        .build();
  }

  private static Value lane(String name, String station, String role) {
    return Value.Fields.with("type", "toll-lane")
        .and("stationNumber", station)
        .and("laneNumber", "001")
        .and("direction", name)
        .and("role", role)
        .and("entriesStation", "entries")
        .and("readerDevice", "reader-" + name)
        .and("armingDevice", "l1-" + name)
        .and("safetyDevice", "l3-" + name)
        .and("raiseDevice", "raise-" + name)
        .and("lowerDevice", "lower-" + name)
        .and("listsStation", "lists")
        .and("policy", "policy-example")
        .and("fares", "fares-vn-130-2024-example")
        .build();
  }
}
