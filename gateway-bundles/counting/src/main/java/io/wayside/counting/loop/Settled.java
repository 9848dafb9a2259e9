// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.counting.loop.LoopEvent.Alone;
import io.wayside.counting.loop.LoopEvent.Paired;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.LoopEvent.TurnedBack;
import io.wayside.counting.loop.Passage.How;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a settled move of a loop pair means. */
final class Settled {

  /** Seen for longer than any vehicle in motion: e.g. 18 m with the zone at 1 m/s. */
  private static final double STOOD_S = 20;

  /** Speeds of front and rear further apart than this give no length: about 1.5. */
  private static final double NO_LENGTH = 0.4;

  /** And beyond this no speed: about 2.7. */
  private static final double NO_SPEED = 1.0;

  /** Within this the vehicle drove evenly. */
  private static final double STEADY = 0.05;

  private final TrapLayout layout;
  private final LoopRules rules;
  private final AxleFinder axles;

  Settled(TrapLayout layout, LoopRules rules) {
    this.layout = layout;
    this.rules = rules;
    this.axles = new AxleFinder(layout);
  }

  List<LoopEvent> events(Move move, Flags doubts, List<List<Long>> strikes) {
    return switch (move.kind()) {
      case FORWARD -> pair(move.lead().get(0), move.trail().get(0), true, doubts, strikes);
      case BACKWARD -> pair(move.trail().get(0), move.lead().get(0), false, doubts, strikes);
      case WITHIN -> within(move, doubts);
      case IN_AND_OUT -> List.of(turned(move));
      case LEAD_ALONE -> alone(move.lead().get(0), Port.LEAD, doubts);
      case TRAIL_ALONE -> alone(move.trail().get(0), Port.TRAIL, doubts);
      case ONE_AND_TWO -> oneAndTwo(move, doubts);
    };
  }

  private List<LoopEvent> pair(
      Pulse first, Pulse second, boolean forward, Flags doubts, List<List<Long>> strikes) {
    Direction direction = forward ? Direction.FORWARD : Direction.BACKWARD;
    double seconds = (first.seconds() + second.seconds()) / 2;
    Flags flags = forward ? doubts : doubts.with(LoopFlags.WRONG_WAY);
    flags = seconds > STOOD_S ? flags.with(LoopFlags.STOOD) : flags;
    if (first.cut() || second.cut()) {
      Flags cut = flags.with(Flag.SIGNAL_INTERRUPTED);
      return List.of(new Passed(bare(first, second, direction, seconds, cut)));
    }
    Motion motion = Motion.of(first, second, layout.frontM(forward), layout.rearM(forward));
    double change = motion.change();
    boolean apart =
        !first.overlaps(second) && motion.meanMps() * seconds - layout.zoneM() < rules.shortestM();
    if (change > NO_SPEED || apart) {
      Flags changed = flags.with(LoopFlags.SPEED_CHANGED);
      return List.of(new Passed(bare(first, second, direction, seconds, changed)));
    }
    List<Double> spacings = List.of();
    double mps = motion.meanMps();
    if (!layout.piezosM().isEmpty()) {
      AxleFinder.Found found = axles.find(motion, first, forward, strikes);
      spacings = found.spacingsM();
      flags = found.doubtful() ? flags.with(LoopFlags.AXLES_DOUBTFUL) : flags;
    }
    boolean told = change <= NO_LENGTH && !flags.has(LoopFlags.STOOD);
    double lengthM = mps * seconds - layout.zoneM();
    flags = change > STEADY * 4 ? flags.with(LoopFlags.SPEED_CHANGED) : flags;
    flags = told && lengthM > rules.longestM() ? flags.with(LoopFlags.PERHAPS_MERGED) : flags;
    boolean short0 = told && lengthM < rules.shortestM();
    flags = short0 ? flags.with(Flag.IMPLAUSIBLE) : flags;
    Passage passage =
        new Passage(
            first.onNanos(),
            second.offNanos(),
            direction,
            spacings.isEmpty() ? How.LOOP_PAIR : How.LOOP_PAIR_AND_AXLES,
            OptionalDouble.of(mps),
            told && !short0 ? OptionalDouble.of(lengthM) : OptionalDouble.empty(),
            seconds,
            spacings,
            flags);
    return List.of(
        new Passed(passage),
        new Paired(
            first.onNanos(),
            (forward ? first : second).seconds(),
            (forward ? second : first).seconds(),
            mps,
            change < STEADY));
  }

  private static Passage bare(
      Pulse first, Pulse second, Direction direction, double seconds, Flags flags) {
    return new Passage(
        first.onNanos(),
        Math.max(first.offNanos(), second.offNanos()),
        direction,
        How.LOOP_PAIR,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        seconds,
        List.of(),
        flags);
  }

  private static List<LoopEvent> alone(Pulse pulse, Port port, Flags doubts) {
    Flags flags = doubts.with(LoopFlags.MISSING_PARTNER);
    flags = pulse.cut() ? flags.with(Flag.SIGNAL_INTERRUPTED) : flags;
    Passage passage =
        new Passage(
            pulse.onNanos(),
            pulse.offNanos(),
            Direction.UNKNOWN,
            How.SINGLE_LOOP,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            pulse.seconds(),
            List.of(),
            flags);
    return List.of(new Passed(passage), new Alone(pulse.onNanos(), port));
  }

  /** In and out again needs time to stop and come back; without it the loops contradict. */
  private List<LoopEvent> within(Move move, Flags doubts) {
    Pulse lead = move.lead().get(0);
    Pulse trail = move.trail().get(0);
    Pulse first = lead.onNanos() <= trail.onNanos() ? lead : trail;
    Pulse second = first.equals(lead) ? trail : lead;
    double mps = layout.spacingM() / Math.max(1e-3, (second.onNanos() - first.onNanos()) / 1e9);
    if (second.seconds() >= Fit.secondsToTurn(mps)) {
      return List.of(turned(move));
    }
    Direction direction = first.equals(lead) ? Direction.FORWARD : Direction.BACKWARD;
    Flags flags = doubts.with(LoopFlags.LOOPS_DISAGREE);
    flags = direction == Direction.BACKWARD ? flags.with(LoopFlags.WRONG_WAY) : flags;
    return List.of(new Passed(bare(first, second, direction, first.seconds(), flags)));
  }

  private static LoopEvent turned(Move move) {
    long lead = move.lead().get(0).onNanos();
    long trail = move.trail().get(0).onNanos();
    return new TurnedBack(
        move.firstNanos(), move.lastNanos(), lead < trail ? Port.LEAD : Port.TRAIL);
  }

  /**
   * Two close behind each other that one loop saw as one, or one high vehicle that a loop lost
   * under its bed: two if each part by itself is as long as a vehicle. Flagged either way.
   */
  private List<LoopEvent> oneAndTwo(Move move, Flags doubts) {
    boolean leadSawTwo = move.lead().size() == 2;
    List<Pulse> two = leadSawTwo ? move.lead() : move.trail();
    Pulse one = leadSawTwo ? move.trail().get(0) : move.lead().get(0);
    boolean oneFirst = one.onNanos() < two.get(0).onNanos();
    boolean forward = oneFirst != leadSawTwo;
    Direction direction = forward ? Direction.FORWARD : Direction.BACKWARD;
    double front = layout.spacingM() / (Math.abs(two.get(0).onNanos() - one.onNanos()) / 1e9);
    double rear = layout.spacingM() / (Math.abs(two.get(1).offNanos() - one.offNanos()) / 1e9);
    Flags flags = doubts.with(LoopFlags.LOOPS_DISAGREE);
    flags = forward ? flags : flags.with(LoopFlags.WRONG_WAY);
    List<LoopEvent> events = new ArrayList<>();
    Pulse whole =
        new Pulse(
            Math.min(one.onNanos(), two.get(0).onNanos()),
            Math.max(one.offNanos(), two.get(1).offNanos()),
            false);
    if (front * two.get(0).seconds() - layout.zoneM() < rules.shortestM()
        || rear * two.get(1).seconds() - layout.zoneM() < rules.shortestM()) {
      events.add(new Passed(bare(whole, whole, direction, one.seconds(), flags)));
    } else {
      Pulse former = new Pulse(whole.onNanos(), two.get(0).offNanos(), false);
      events.add(new Passed(bare(former, former, direction, two.get(0).seconds(), flags)));
      Pulse latter = two.get(1);
      events.add(new Passed(bare(latter, latter, direction, latter.seconds(), flags)));
    }
    return events;
  }
}
