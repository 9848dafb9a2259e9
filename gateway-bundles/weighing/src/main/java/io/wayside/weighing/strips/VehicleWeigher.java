// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionGroup;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.List;

/** Weighs the axles of one vehicle: area method, fusion over the lines, uncertainty, groups. */
final class VehicleWeigher {

  private final StripInstrument instrument;
  private final Layout layout;
  private final Lateral lateral;
  private final SensorWatch watch;
  private final SideBalance balance = new SideBalance();
  private final SiteDynamics dynamics = new SiteDynamics();

  VehicleWeigher(StripInstrument instrument, Layout layout, SensorWatch watch) {
    this.instrument = instrument;
    this.layout = layout;
    this.lateral = new Lateral(layout);
    this.watch = watch;
  }

  /** A vehicle, and what it left in each half-line; loads by axle, none if it was not weighed. */
  record Outcome(MotionVehicle vehicle, List<Crossing> crossings, List<AxleLoads> loads) {}

  Outcome weigh(Built built, SampleClock clock, double degreesC, Flags before) {
    List<AxleTrack> tracks = built.axles();
    double interval = 1 / clock.samplesPerSecond();
    Kinematics motion = new Kinematics(tracks, layout, interval);
    boolean[] wanted = lateral.wanted(tracks);
    VehicleDoubts doubts = new VehicleDoubts(instrument, layout, lateral, watch, balance);
    if (!motion.isSteady()) {
      Flags flags = before.with(built.flags()).with(doubts.ofInstrument(motion.mean(), degreesC));
      return new Outcome(
          NotWeighed.of(built, layout, motion, clock, degreesC, flags), List.of(), List.of());
    }
    List<AxleLoads> loads = new ArrayList<>();
    List<AxleLoads.Weighed> weighed = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      AxleLoads seen = AxleLoads.of(tracks.get(i), i, motion, layout, interval, degreesC);
      loads.add(seen);
      weighed.add(weigh(tracks.get(i), seen, motion.speed(i), wanted, doubts));
    }
    Uncertainty uncertainty =
        new Uncertainty(
            weighed,
            Math.hypot(
                Math.hypot(instrument.rules().calibrationShare(), watch.systematicShare()),
                motion.uncertainty() / Math.abs(motion.mean())));
    dynamics.learn(weighed);
    double line = instrument.lines().get(0).atM();
    List<MotionAxle> axles = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      AxleLoads.Weighed axle = weighed.get(i);
      double left = loads.get(i).side(layout, Side.LEFT);
      double right = loads.get(i).side(layout, Side.RIGHT);
      axles.add(
          new MotionAxle(
              clock.nanosAt(tracks.get(i).timeAt(line, layout.base())),
              axle.fused().load(),
              uncertainty.of(axle),
              motion.speed(i),
              left,
              right,
              lateral.tyres(tracks.get(i)),
              axle.flags()));
    }
    List<Double> spacings = spacings(tracks, motion, interval);
    List<MotionGroup> groups = groups(weighed, spacings, uncertainty);
    double gross = weighed.stream().mapToDouble(w -> w.fused().load()).sum();
    double length = length(built, motion, interval);
    Flags flags =
        before
            .with(built.flags())
            .with(doubts.of(tracks, axles, spacings, motion, gross, length, degreesC))
            .with(doubts.agreement(uncertainty));
    balance.learn(axles);
    double began = built.stay().map(Presence.Stay::on).orElse((double) first(tracks));
    double ended = built.stay().filter(Presence.Stay::isOver).map(Presence.Stay::off).orElse(0.0);
    MotionVehicle vehicle =
        new MotionVehicle(
            clock.nanosAt(Math.min(began, (double) first(tracks))),
            clock.nanosAt(Math.max(ended, (double) last(tracks))),
            motion.mean(),
            2 * motion.uncertainty(),
            motion.acceleration(),
            axles,
            spacings,
            groups,
            gross,
            uncertainty.ofGroups(grouped(weighed, spacings)),
            length,
            degreesC,
            flags);
    return new Outcome(vehicle, crossings(tracks, loads, motion, clock, interval), loads);
  }

  private AxleLoads.Weighed weigh(
      AxleTrack track, AxleLoads seen, double speed, boolean[] wanted, VehicleDoubts doubts) {
    AxleLoads.ByLine lines = seen.byLine(layout, wanted);
    boolean complete = lines.loads().length > 0;
    if (!complete) {
      // No line saw both wheels: what any half saw is all there is, and MISSING_AXLE says so.
      lines = seen.byLine(layout, onlySeen(track));
    }
    if (lines.loads().length == 0) {
      lines = new AxleLoads.ByLine(new double[] {0}, new double[] {0}, 0);
    }
    double rough = LoadFusion.median(lines.loads());
    double expected = instrument.rules().dynamicShareAt80() * dynamics.factor();
    double share = DynamicModel.share(expected, speed, rough);
    LoadFusion.Fused fused =
        LoadFusion.fuse(instrument.rules().fusion(), lines.seconds(), lines.loads(), share);
    return new AxleLoads.Weighed(
        fused,
        share,
        Math.sqrt(lines.noiseVariance() / lines.loads().length),
        doubts.ofAxle(track, seen, wanted, fused));
  }

  private boolean[] onlySeen(AxleTrack track) {
    boolean[] seen = new boolean[layout.detectors().size()];
    layout.detectors().forEach(d -> seen[d.index()] = track.has(d));
    return seen;
  }

  private List<Double> spacings(List<AxleTrack> tracks, Kinematics motion, double interval) {
    List<Double> spacings = new ArrayList<>();
    double atM = layout.base().stream().mapToDouble(Detector::atM).average().orElse(0);
    for (int i = 1; i < tracks.size(); i++) {
      double time =
          tracks.get(i).timeAt(atM, layout.base()) - tracks.get(i - 1).timeAt(atM, layout.base());
      double speed = (motion.speed(i - 1) + motion.speed(i)) / 2;
      spacings.add(time * interval * Math.abs(speed));
    }
    return spacings;
  }

  private List<MotionGroup> groups(
      List<AxleLoads.Weighed> axles, List<Double> spacings, Uncertainty uncertainty) {
    List<MotionGroup> groups = new ArrayList<>();
    int from = 0;
    for (List<AxleLoads.Weighed> group : grouped(axles, spacings)) {
      double load = group.stream().mapToDouble(w -> w.fused().load()).sum();
      groups.add(new MotionGroup(from, group.size(), load, uncertainty.ofGroup(group)));
      from += group.size();
    }
    return groups;
  }

  private List<List<AxleLoads.Weighed>> grouped(
      List<AxleLoads.Weighed> axles, List<Double> spacings) {
    List<List<AxleLoads.Weighed>> groups = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= axles.size(); i++) {
      if (i == axles.size() || spacings.get(i - 1) > instrument.rules().groupSpacingM()) {
        groups.add(axles.subList(from, i));
        from = i;
      }
    }
    return groups;
  }

  private static double length(Built built, Kinematics motion, double interval) {
    if (built.stay().isEmpty() || !built.stay().get().isOver() || built.presence().isEmpty()) {
      return Double.NaN;
    }
    Loop loop = built.presence().get().loop();
    double seconds = (built.stay().get().off() - built.stay().get().on()) * interval;
    double length = seconds * Math.abs(motion.mean()) - (loop.toM() - loop.fromM());
    return length > 0 ? length : Double.NaN;
  }

  private List<Crossing> crossings(
      List<AxleTrack> tracks,
      List<AxleLoads> loads,
      Kinematics motion,
      SampleClock clock,
      double interval) {
    List<Crossing> crossings = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      for (Detector detector : layout.detectors()) {
        double load = loads.get(i).loads()[detector.index()];
        double seconds = loads.get(i).seconds()[detector.index()];
        if (!Double.isNaN(load)) {
          crossings.add(
              new Crossing(
                  detector.half().channel(),
                  i,
                  clock.nanosAt(seconds / interval),
                  motion.speedAt(i, seconds),
                  load));
        }
      }
    }
    return crossings;
  }

  private static long first(List<AxleTrack> tracks) {
    return tracks.stream()
        .flatMap(t -> t.pulses().stream())
        .mapToLong(Pulse::start)
        .min()
        .orElse(0);
  }

  private static long last(List<AxleTrack> tracks) {
    return tracks.stream().flatMap(t -> t.pulses().stream()).mapToLong(Pulse::end).max().orElse(0);
  }
}
