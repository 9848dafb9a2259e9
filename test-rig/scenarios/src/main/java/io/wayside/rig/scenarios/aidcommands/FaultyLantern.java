// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import io.wayside.core.device.DeviceException;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The driver of a lamp, over a line that loses, delays and refuses. */
final class FaultyLantern implements Lantern {

  private static final int LATEST_S = 20;

  /** Somebody told the lamp, as the line saw it. */
  record Call(int second, String mode) {}

  private record Late(int dueS, String mode, int leaseS) {}

  private final TrueLamp lamp;
  private final Wire wire;
  private final Random chance;
  private final Fate fate;
  private final Fallback fallback;
  private final boolean lies;
  private final List<Call> calls = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();

  /** The line to the lamp, and the time that passes on it. */
  interface Wire {
    int second();

    boolean up();

    /** Waits for an answer that does not come. */
    void timeOut();
  }

  /**
   * @param lies says that it released the lamp and does not; a judge must find it out
   */
  FaultyLantern(
      TrueLamp lamp, Wire wire, Random chance, Fate fate, Fallback fallback, boolean lies) {
    this.lamp = lamp;
    this.wire = wire;
    this.chance = chance;
    this.fate = fate;
    this.fallback = fallback;
    this.lies = lies;
  }

  List<Call> calls() {
    return calls;
  }

  /** What was under way arrives. */
  void second(int now) {
    late.removeIf(
        each -> {
          boolean due = each.dueS() <= now;
          if (due) {
            lamp.told(each.mode(), each.leaseS(), now);
          }
          return due;
        });
  }

  @Override
  public Set<Class<? extends LanternOrder>> knows() {
    return Set.of(
        LanternOrder.Shine.class,
        LanternOrder.Dark.class,
        LanternOrder.Automatic.class,
        LanternOrder.Rhythm.class,
        LanternOrder.Intensity.class,
        LanternOrder.Reset.class);
  }

  @Override
  public Fallback fallback() {
    return fallback;
  }

  @Override
  public Answer order(LanternOrder order, Duration lease) throws DeviceException {
    return tell(mode(order), (int) lease.toSeconds());
  }

  @Override
  public Answer release() throws DeviceException {
    return lies ? Answer.CONFIRMED : tell(TrueLamp.OWN, 0);
  }

  private static String mode(LanternOrder order) {
    if (order instanceof LanternOrder.Rhythm rhythm) {
      return "code" + rhythm.code();
    }
    if (order instanceof LanternOrder.Intensity) {
      return TrueLamp.DIM;
    }
    if (order instanceof LanternOrder.Shine) {
      return TrueLamp.SHINE;
    }
    return order instanceof LanternOrder.Dark ? TrueLamp.DARK : TrueLamp.OWN;
  }

  private Answer tell(String mode, int leaseS) throws DeviceException {
    calls.add(new Call(wire.second(), mode));
    fate.instant();
    if (!wire.up()) {
      throw new DeviceException.LinkDown("the rig cut the line");
    }
    int luck = chance.nextInt(100);
    if (luck < 3) {
      throw new DeviceException.Refused("the rig's lamp will not");
    }
    if (luck < 8) {
      wire.timeOut();
      throw new DeviceException.TimedOut("the rig lost the question");
    }
    if (luck < 11) {
      late.add(new Late(wire.second() + 1 + chance.nextInt(LATEST_S), mode, leaseS));
      wire.timeOut();
      throw new DeviceException.TimedOut("the rig holds the question back");
    }
    lamp.told(mode, leaseS, wire.second());
    fate.instant();
    if (luck < 16) {
      wire.timeOut();
      throw new DeviceException.Garbled("the rig garbled the answer");
    }
    return luck < 30 ? Answer.TAKEN : Answer.CONFIRMED;
  }

  @Override
  public String deviceId() {
    return "lamp-1";
  }
}
