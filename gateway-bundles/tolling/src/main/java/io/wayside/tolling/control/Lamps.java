// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Output;
import io.wayside.tolling.lane.LaneAct.Colour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The traffic lights at both ends of a lane. Who comes against it sees red. Green is shown at one
 * end only while the lights of the other have done what they were told last: green off, red on.
 * Otherwise both ends see red. Nothing is driven before the lane has asked for something.
 */
final class Lamps {

  private final Pair served;
  private final Pair against;
  private @Nullable Runnable wish;

  Lamps(EndSigns served, EndSigns against, Duration lease) {
    this.served = new Pair(served, lease);
    this.against = new Pair(against, lease);
  }

  void show(Colour colour) {
    wish(() -> show(served, against, colour == Colour.GREEN, colour == Colour.RED));
  }

  /** A technician tries the lights of one end. */
  void tryOut(End end, boolean greenOn, boolean redOn) {
    if (end == End.SERVED) {
      wish(() -> show(served, against, greenOn, redOn));
    } else {
      wish(() -> show(against, served, greenOn, redOn));
    }
  }

  private void wish(Runnable now) {
    wish = now;
    now.run();
  }

  private static void show(Pair one, Pair other, boolean greenOn, boolean redOn) {
    if (greenOn && other.stops()) {
      one.show(true, redOn);
    } else {
      one.show(false, redOn || greenOn);
      other.stops();
    }
  }

  /** Well within the lease; what could not be shown for the other end's sake is tried again. */
  void renew() {
    Runnable now = wish;
    if (now != null) {
      now.run();
    }
  }

  void letGo() {
    wish = null;
    served.letGo();
    against.letGo();
  }

  List<HeldOutput> lines() {
    List<HeldOutput> lines = new ArrayList<>(served.lines());
    lines.addAll(against.lines());
    return lines;
  }

  /** Whose lights. */
  enum End {
    /** Of those the lane serves now. */
    SERVED,
    /** Of those who would come against them. */
    AGAINST
  }

  /** The lights of one end. */
  private static final class Pair {
    private final Optional<HeldOutput> green;
    private final Optional<HeldOutput> red;

    Pair(EndSigns signs, Duration lease) {
      this.green = held(signs.green(), lease);
      this.red = held(signs.red(), lease);
    }

    private static Optional<HeldOutput> held(Optional<Output> output, Duration lease) {
      return output.map(line -> new HeldOutput(line, lease));
    }

    /** Never both dark in between. */
    void show(boolean greenOn, boolean redOn) {
      if (redOn) {
        red.ifPresent(line -> line.want(true));
        green.ifPresent(line -> line.want(greenOn));
      } else {
        green.ifPresent(line -> line.want(greenOn));
        red.ifPresent(line -> line.want(false));
      }
    }

    /** Shows red; whether its outputs say that it does. */
    boolean stops() {
      show(false, true);
      return lines().stream().allMatch(line -> line.failure().isEmpty());
    }

    void letGo() {
      lines().forEach(HeldOutput::letGo);
    }

    List<HeldOutput> lines() {
      List<HeldOutput> lines = new ArrayList<>();
      green.ifPresent(lines::add);
      red.ifPresent(lines::add);
      return lines;
    }
  }
}
