// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

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
  private final Lamps lamps;
  private final Boards boards;
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
    boards = new Boards(devices.board(), devices.against().board(), lease);
    lamps =
        new Lamps(
            new EndSigns(devices.green(), devices.red(), devices.board()),
            devices.against(),
            lease);
    siren = devices.siren().map(line -> new HeldOutput(line, lease));
    radio = new RadioSwitch(devices.reader(), slow);
    all.addAll(arm.lines());
    all.addAll(lamps.lines());
    siren.ifPresent(all::add);
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
      boards.show(show);
    } else {
      return false;
    }
    return true;
  }

  private void light(Colour now) {
    colour = now;
    lamps.show(now);
  }

  /** A technician tries the arm; lowered only when nothing is under it. */
  void tryArm(Request request) {
    arm.request(request);
  }

  void tryLamps(Lamps.End end, boolean greenOn, boolean redOn) {
    lamps.tryOut(end, greenOn, redOn);
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
    lamps.renew();
    boards.renew();
    siren.ifPresent(HeldOutput::renew);
    radio.retry();
  }

  /** Everything falls to its safe state. */
  public void letGo() {
    arm.letGo();
    lamps.letGo();
    boards.letGo();
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
