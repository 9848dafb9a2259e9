// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.devices;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.llrp.Delivery;
import io.wayside.rig.simulators.llrp.LlrpReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be wrong with the simulated reader: from the beginning, or again and again. */
enum LlrpFault {
  BYTEWISE("every message byte by byte", false, r -> r.faults().delivery(Delivery.BYTE_BY_BYTE)),
  JOINED("several messages in a segment", false, r -> r.faults().delivery(Delivery.JOINED)),
  EMPTY_REPORTS("a report without tags before each", false, r -> r.faults().emptyReports(true)),
  HAUNTED("sends everybody away with status 2", false, r -> r.haunted(true)),
  SILENT("hears and says nothing", true, r -> r.faults().silent(true)),
  CUT("hangs up inside a message", true, r -> r.faults().cutInsideNextMessage()),
  WRONG_LENGTH("states a wrong length", true, r -> r.faults().wrongLengthNext()),
  GARBAGE("33 bytes of garbage", true, r -> r.faults().garbageNext(1, 33)),
  REBOOT("starts anew with its old ROSpecs", true, r -> r.reboot(true, false)),
  FORGETS("starts anew with nothing", true, r -> r.reboot(false, false)),
  HALF_OPEN("starts anew and leaves the old connection open", true, r -> r.reboot(true, true)),
  CLOCK_JUMP("its clock goes back an hour", true, r -> r.jumpClock(Duration.ofHours(-1)));

  private static final Duration PERIOD = Duration.ofSeconds(10);

  private final String about;
  private final boolean again;

  @SuppressWarnings("ImmutableEnumChecker") // no action has a state
  private final Consumer<LlrpReader> strike;

  LlrpFault(String about, boolean again, Consumer<LlrpReader> strike) {
    this.about = about;
    this.again = again;
    this.strike = strike;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<LlrpFault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /** A line for each, as the usage has them. */
  static String help() {
    StringBuilder text = new StringBuilder();
    for (LlrpFault fault : values()) {
      String when = fault.again ? ", every ten seconds" : "";
      text.append(String.format("                 %-14s %s%s%n", fault.word(), fault.about, when));
    }
    return text.toString();
  }

  void begin(LlrpReader reader, RigClock clock) {
    if (again) {
      clock.every(PERIOD, nanos -> strike.accept(reader));
    } else {
      strike.accept(reader);
    }
  }
}
