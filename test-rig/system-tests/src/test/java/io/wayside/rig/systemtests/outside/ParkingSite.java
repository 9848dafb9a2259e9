// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document of a car park with two lanes and a ticket gate, on a folder of lines. */
final class ParkingSite {

  static final int IN_L1 = 1;
  static final int IN_L3 = 2;
  static final int IN_RAISE = 3;
  static final int IN_LOWER = 4;
  static final int OUT_L1 = 5;
  static final int OUT_L3 = 6;
  static final int OUT_RAISE = 7;
  static final int OUT_LOWER = 8;
  static final int FREE = 9;
  static final int BETWEEN = 10;
  static final int PAID = 11;
  static final int FIRE = 12;
  static final int FLAPS = 13;
  static final int LINES = 13;

  private ParkingSite() {}

  static Path write(Path folder, Path gpio, int cardsPort) throws IOException {
    Value.Fields site =
        Value.Fields.with(
                "gateway",
                Value.Fields.with("id", "park-1").and("tenant", "demo").and("name", "P1").build())
            .and("journal", Value.Fields.with("quota", "256 MiB").build())
            .and("devices", devices(gpio, cardsPort))
            .and("stations", stations())
            .build();
    return Files.writeString(folder.resolve("site.json"), Json.writeIndented(site));
  }

  private static Value.Fields devices(Path gpio, int cardsPort) {
    return Value.Fields.with("in-l1", contact(gpio, IN_L1))
        .and("in-l3", contact(gpio, IN_L3))
        .and("in-raise", output(gpio, IN_RAISE, false))
        .and("in-lower", output(gpio, IN_LOWER, false))
        .and("out-l1", contact(gpio, OUT_L1))
        .and("out-l3", contact(gpio, OUT_L3))
        .and("out-raise", output(gpio, OUT_RAISE, false))
        .and("out-lower", output(gpio, OUT_LOWER, false))
        .and("free", contact(gpio, FREE))
        .and("between", contact(gpio, BETWEEN))
        .and("paid", contact(gpio, PAID))
        .and("fire", contact(gpio, FIRE))
        .and("flaps", output(gpio, FLAPS, true))
        .and(
            "cards",
            Value.Fields.with("type", "tap-line")
                .and("link", "tcp://127.0.0.1:" + cardsPort)
                .build())
        .build();
  }

  private static Value.Fields contact(Path gpio, int line) {
    return line("contact", gpio, line).and("settle", "2 ms").build();
  }

  private static Value.Fields output(Path gpio, int line, boolean safeOn) {
    return line("output", gpio, line).and("safeOn", safeOn).build();
  }

  private static FieldsBuilder line(String type, Path gpio, int line) {
    return Value.Fields.with("type", type)
        .and("provider", "SYSFS")
        .and("line", line)
        .and("sysPath", gpio.toString());
  }

  private static Value.Fields stations() {
    return Value.Fields.with(
            "p1",
            Value.Fields.with("type", "car-park")
                .and("tariffs", "tariffs-example-vn")
                .and("usualClass", "car")
                .build())
        .and("in-1", lane("entry", "in"))
        .and("out-1", lane("exit", "out"))
        .and(
            "gate-1",
            Value.Fields.with("type", "ticket-gate")
                .and("stop", "st-1")
                .and("fares", "tariffs-zones-example")
                .and("tapsDevice", "cards")
                .and("freeSideDevice", "free")
                .and("safetyDevice", "between")
                .and("paidSideDevice", "paid")
                .and("fireDevice", "fire")
                .and("openDevice", "flaps")
                .build())
        .build();
  }

  private static Value.Fields lane(String role, String side) {
    return Value.Fields.with("type", "parking-lane")
        .and("carParkStation", "p1")
        .and("role", role)
        .and("armingDevice", side + "-l1")
        .and("safetyDevice", side + "-l3")
        .and("raiseDevice", side + "-raise")
        .and("lowerDevice", side + "-lower")
        .build();
  }
}
