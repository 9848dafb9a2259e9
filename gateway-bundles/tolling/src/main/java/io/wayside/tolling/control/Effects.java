// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Output;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneAct.Colour;
import io.wayside.tolling.lane.LaneAct.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** What a lane moves, lights and says. On the lane's thread only. */
public final class Effects {

  private final ArmDrive arm;
  private final Optional<HeldOutput> green;
  private final Optional<HeldOutput> red;
  private final Optional<HeldOutput> siren;
  private final RadioSwitch radio;
  private final List<HeldOutput> all = new ArrayList<>();
  private Request asked = Request.RAISE;
  private boolean askedEver;
  private Colour colour = Colour.RED;
  private String notice = "";

  /**
   * @param clear whether nothing is under the arm at this moment
   * @param slow where calls are made that take their time
   */
  public Effects(LaneDevices devices, Duration lease, BooleanSupplier clear, Executor slow) {
    arm =
        new ArmDrive(
            new HeldOutput(devices.raise(), lease),
            devices.lower().map(line -> new HeldOutput(line, lease)),
            clear);
    green = held(devices.green(), lease);
    red = held(devices.red(), lease);
    siren = held(devices.siren(), lease);
    radio = new RadioSwitch(devices.reader(), slow);
    all.addAll(arm.lines());
    green.ifPresent(all::add);
    red.ifPresent(all::add);
    siren.ifPresent(all::add);
  }

  private static Optional<HeldOutput> held(Optional<Output> output, Duration lease) {
    return output.map(line -> new HeldOutput(line, lease));
  }

  /** Does an act of a device; false when it is none. */
  public boolean carryOut(LaneAct act) {
    if (act instanceof LaneAct.Barrier barrier) {
      asked = barrier.request();
      askedEver = true;
      arm.request(asked);
    } else if (act instanceof LaneAct.Light light) {
      light(light.colour());
    } else if (act instanceof LaneAct.Siren loud) {
      siren.ifPresent(line -> line.want(loud.on()));
    } else if (act instanceof LaneAct.Radio switched) {
      radio.want(switched.on());
    } else if (act instanceof LaneAct.Show show) {
      notice = show.code();
    } else {
      return false;
    }
    return true;
  }

  private void light(Colour now) {
    colour = now;
    lamps(now == Colour.GREEN, now == Colour.RED);
  }

  private void lamps(boolean greenOn, boolean redOn) {
    // Never both dark in between.
    if (redOn) {
      red.ifPresent(line -> line.want(true));
      green.ifPresent(line -> line.want(greenOn));
    } else {
      green.ifPresent(line -> line.want(greenOn));
      red.ifPresent(line -> line.want(false));
    }
  }

  /** A technician tries the arm; lowered only when nothing is under it. */
  void tryArm(Request request) {
    arm.request(request);
  }

  void tryLamps(boolean greenOn, boolean redOn) {
    lamps(greenOn, redOn);
  }

  /** After trying: as the lane has asked last. */
  void restore() {
    if (askedEver) {
      arm.request(asked);
    }
    light(colour);
  }

  /** Well within the lease. */
  public void renew() {
    arm.renew();
    green.ifPresent(HeldOutput::renew);
    red.ifPresent(HeldOutput::renew);
    siren.ifPresent(HeldOutput::renew);
    radio.retry();
  }

  /** Everything falls to its safe state. */
  public void letGo() {
    arm.letGo();
    green.ifPresent(HeldOutput::letGo);
    red.ifPresent(HeldOutput::letGo);
    siren.ifPresent(HeldOutput::letGo);
  }

  /** What is shown to drivers. */
  public String notice() {
    return notice;
  }

  /** Outputs that do not do what is asked, and why. */
  public List<String> failures() {
    return all.stream().map(HeldOutput::failure).filter(words -> !words.isEmpty()).toList();
  }

  public String radioFailure() {
    return radio.failure();
  }

  public boolean armFallsWhenLost() {
    return arm.fallsWhenLost();
  }
}
