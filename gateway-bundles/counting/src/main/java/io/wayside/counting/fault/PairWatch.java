// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Direction;
import io.wayside.counting.loop.LoopEvent.Alone;
import io.wayside.counting.loop.LoopEvent.Paired;
import io.wayside.counting.loop.LoopEvent.Passed;
import io.wayside.counting.loop.Port;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the two loops of a pair tell of each other. */
final class PairWatch {

  private final FaultRules rules;
  private final Map<Port, Run> alone = new EnumMap<>(Port.class);
  private final Run backward = new Run();
  private final Deque<Double> ratios = new ArrayDeque<>();
  private final Deque<Long> ratioNanos = new ArrayDeque<>();
  private int paired;
  private int forward;

  /** How often in a row, and since when. */
  private static final class Run {
    private int times;
    private long sinceNanos;

    void again(long nanos) {
      sinceNanos = times == 0 ? nanos : sinceNanos;
      times++;
    }
  }

  PairWatch(FaultRules rules) {
    this.rules = rules;
    alone.put(Port.LEAD, new Run());
    alone.put(Port.TRAIL, new Run());
  }

  void alone(Alone event, Standing standing, List<FaultNews> news) {
    paired = 0;
    Port missing = event.port().partner();
    Run run = run(missing);
    run.again(event.nanos());
    run(event.port()).times = 0;
    if (run.times >= rules.aloneTimes()) {
      String detail = "its partner counted " + run.times + " times without it";
      standing.begin(new Fault(Kind.MISSING_PARTNER, missing, run.sinceNanos, detail), news);
    }
  }

  void paired(Paired event, Standing standing, List<FaultNews> news) {
    if (++paired >= rules.recoveredTimes()) {
      for (Port port : List.of(Port.LEAD, Port.TRAIL)) {
        run(port).times = 0;
        standing.end(Kind.MISSING_PARTNER, port, event.nanos(), news);
      }
    }
    if (event.steady() && event.speedMps() > rules.freeFlowMps()) {
      compare(event, standing, news);
    }
  }

  void passed(Passed event, Standing standing, List<FaultNews> news) {
    long nanos = event.passage().nanos();
    if (event.passage().direction() == Direction.BACKWARD) {
      forward = 0;
      backward.again(nanos);
      if (backward.times >= rules.crossedTimes()) {
        String detail = backward.times + " vehicles in a row against the lane and none along it";
        standing.begin(new Fault(Kind.CROSSED, Port.LEAD, backward.sinceNanos, detail), news);
      }
    } else if (event.passage().direction() == Direction.FORWARD) {
      backward.times = 0;
      if (++forward >= rules.recoveredTimes()) {
        standing.end(Kind.CROSSED, Port.LEAD, nanos, news);
      }
    }
  }

  private Run run(Port missing) {
    return alone.getOrDefault(missing, backward);
  }

  private void compare(Paired event, Standing standing, List<FaultNews> news) {
    ratios.addLast(Math.log(event.leadSeconds() / event.trailSeconds()));
    ratioNanos.addLast(event.nanos());
    if (ratios.size() > rules.onTimesVehicles()) {
      ratios.removeFirst();
      ratioNanos.removeFirst();
    }
    if (ratios.size() < rules.onTimesVehicles()) {
      return;
    }
    double[] sorted = ratios.stream().mapToDouble(r -> r).sorted().toArray();
    double median = Math.abs(sorted[sorted.length / 2]);
    if (median > Math.log1p(rules.onTimesDiffer())) {
      String detail =
          "presences of lead and trail loop differ by "
              + Math.round(Math.expm1(median) * 100)
              + " % at the median of "
              + Arrays.stream(sorted).count()
              + " vehicles";
      Fault fault = new Fault(Kind.ON_TIMES_DISAGREE, Port.LEAD, ratioNanos.getFirst(), detail);
      standing.begin(fault, news);
    } else if (median < Math.log1p(rules.onTimesDiffer() / 2)) {
      standing.end(Kind.ON_TIMES_DISAGREE, Port.LEAD, event.nanos(), news);
    }
  }
}
