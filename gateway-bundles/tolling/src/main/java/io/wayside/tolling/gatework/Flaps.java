// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import io.wayside.tolling.control.HeldOutput;
import io.wayside.tolling.gate.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The lines to the flaps' controller. They close by being switched off, and are switched off only
 * while the safety beams and the fire contact themselves say at that moment that they may be, at
 * each renewal anew; otherwise they are let go, and fall to their safe state.
 */
final class Flaps {

  private final HeldOutput in;
  private final Optional<HeldOutput> out;
  private final BooleanSupplier mayClose;
  private Optional<Boolean> wanted = Optional.empty();

  Flaps(GateParts.Devices devices, Duration lease, BooleanSupplier mayClose) {
    this.in = new HeldOutput(devices.open(), lease);
    this.out = devices.openOut().map(line -> new HeldOutput(line, lease));
    this.mayClose = mayClose;
  }

  /** Opens for one way, or both when nobody in particular goes. */
  void open(Optional<Way> way) {
    wanted = Optional.of(true);
    boolean both = way.isEmpty() || out.isEmpty();
    in.want(both || way.get() == Way.IN);
    out.ifPresent(line -> line.want(both || way.get() == Way.OUT));
  }

  void close() {
    wanted = Optional.of(false);
    closeIfFree();
  }

  private void closeIfFree() {
    if (mayClose.getAsBoolean()) {
      in.want(false);
      out.ifPresent(line -> line.want(false));
    } else {
      in.letGo();
      out.ifPresent(HeldOutput::letGo);
    }
  }

  void renew() {
    if (wanted.equals(Optional.of(false))) {
      closeIfFree();
    } else {
      in.renew();
      out.ifPresent(HeldOutput::renew);
    }
  }

  void letGo() {
    wanted = Optional.empty();
    in.letGo();
    out.ifPresent(HeldOutput::letGo);
  }

  /** Whether the flaps stay shut when the gateway stops. */
  boolean staysShut() {
    return !in.safeState() || out.filter(line -> !line.safeState()).isPresent();
  }

  List<String> failures() {
    List<String> all = new ArrayList<>(List.of(in.failure()));
    out.ifPresent(line -> all.add(line.failure()));
    all.removeIf(String::isEmpty);
    return all;
  }
}
