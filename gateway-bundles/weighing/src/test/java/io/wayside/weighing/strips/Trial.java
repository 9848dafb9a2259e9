// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.MotionChannel;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.traffic.Fleet;
import io.wayside.rig.simulators.motion.traffic.Mix;
import io.wayside.rig.simulators.motion.traffic.Stage;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.rig.simulators.motion.traffic.TrafficStream;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A simulated site: calibrated with known trucks, then weighing unknown traffic. */
final class Trial {

  private static final Mix KNOWN =
      new Mix(List.of())
          .with(Fleet.TRUCK_2, 1)
          .with(Fleet.TRUCK_3, 1)
          .with(Fleet.SEMI_5, 1)
          .with(Fleet.SEMI_6, 1);

  private final MotionSite site;
  private final TrafficPlan plan;
  private final long seed;
  private final boolean withLoops;
  private final String rules;
  private final Map<String, Double> constants = new HashMap<>();

  /** What came of it. */
  record Result(List<TrueVehicle> truth, List<MotionVehicle> found, StripWeighing weighing) {}

  /**
   * @param rules the document's member of that name, or nothing
   */
  Trial(MotionSite site, TrafficPlan plan, long seed, boolean withLoops, String rules) {
    this.site = site;
    this.plan = plan;
    this.seed = seed;
    this.withLoops = withLoops;
    this.rules = rules;
    for (Sensor sensor : site.sensors()) {
      if (sensor instanceof StripLine line) {
        line.halves()
            .forEach(
                half ->
                    constants.put(
                        half.channel(), line.newtonsPerUnitMetre(line.electronics().gain())));
      }
    }
  }

  private Iterator<Arrival> traffic(TrafficPlan wanted, long trafficSeed, int vehicles) {
    Stage stage = new Stage(site.fromM(), site.toM(), site.referenceM());
    Iterator<Arrival> stream = new TrafficStream(wanted, stage, false, trafficSeed);
    return new Iterator<>() {
      private int left = vehicles;

      @Override
      public boolean hasNext() {
        return left > 0;
      }

      @Override
      public Arrival next() {
        left--;
        return stream.next();
      }
    };
  }

  /**
   * Runs of known trucks at the speeds of the traffic; each half-line gets the factor they give.
   */
  Trial calibrated(int runs) {
    TrafficPlan known =
        new TrafficPlan(
            KNOWN,
            plan.loading(),
            plan.speed(),
            new TrafficPlan.Spacing(2, 3, 0),
            TrafficPlan.Position.IN_LANE,
            List.of());
    MotionScene scene = new MotionScene(site, traffic(known, seed * 31 + 5, runs), seed);
    Map<String, double[]> sums = new HashMap<>();
    List<Seen> seen = new ArrayList<>();
    List<MotionVehicle> found = new ArrayList<>();
    StripWeighing weighing =
        new StripWeighing(
            instrument(),
            names(scene),
            (vehicle, crossings) -> seen.add(new Seen(vehicle, crossings)));
    List<TrueVehicle> truth = run(scene, weighing, found, runs);
    for (Seen one : seen) {
      TrueVehicle real = match(truth, one.vehicle);
      if (real == null || real.axles().size() != one.vehicle.axles().size()) {
        continue;
      }
      for (Crossing crossing : one.crossings) {
        TrueAxle axle = real.axles().get(crossing.axle());
        boolean left = crossing.channel().endsWith("left");
        boolean right = crossing.channel().endsWith("right");
        double wheel = left ? axle.leftN() : right ? axle.rightN() : axle.staticN();
        double[] sum = sums.computeIfAbsent(crossing.channel(), c -> new double[2]);
        sum[0] += wheel;
        sum[1] += crossing.loadN();
      }
    }
    sums.forEach(
        (channel, sum) -> constants.computeIfPresent(channel, (c, k) -> k * sum[0] / sum[1]));
    return this;
  }

  private record Seen(MotionVehicle vehicle, List<Crossing> crossings) {}

  /** The true vehicle whose first axle came to the first line when the weighed one's did. */
  static TrueVehicle match(List<TrueVehicle> truth, MotionVehicle vehicle) {
    double at = vehicle.axles().get(0).atNanos() / 1e9;
    for (TrueVehicle real : truth) {
      if (Math.abs(real.axles().get(0).lineTimesS().get(0) - at) < 0.02) {
        return real;
      }
    }
    return null;
  }

  Result run(int vehicles) {
    MotionScene scene = new MotionScene(site, traffic(plan, seed * 77 + 1, vehicles), seed);
    List<MotionVehicle> found = new ArrayList<>();
    StripWeighing weighing = new StripWeighing(instrument(), names(scene));
    List<TrueVehicle> truth = run(scene, weighing, found, vehicles);
    return new Result(truth, found, weighing);
  }

  private static List<String> names(MotionScene scene) {
    return scene.channels().stream().map(MotionChannel::name).toList();
  }

  private static List<TrueVehicle> run(
      MotionScene scene, StripWeighing weighing, List<MotionVehicle> found, int vehicles) {
    int block = (int) scene.rateHz() / 4;
    double interval = 1e9 / scene.rateHz();
    int rest = 40; // ten seconds after the last has entered
    while (rest > 0) {
      long first = scene.position();
      double[][] samples = scene.next(block);
      weighing.samples(
          new SampleBlock(Math.round(first * interval), interval, first, samples, Flags.NONE),
          found::add);
      if (scene.truth().size() >= vehicles) {
        rest--;
      }
    }
    weighing.finish(found::add);
    return scene.truth();
  }

  StripInstrument instrument() {
    StringBuilder json = new StringBuilder();
    json.append("{\"instrument\": \"t\", \"kind\": \"strips\", ");
    json.append("\"calibration\": {\"id\": \"c\", \"on\": \"2026-01-01\", \"by\": \"x\"}, ");
    json.append("\"verified\": {\"speedKmh\": [20, 110]}, \"lines\": [");
    String comma = "";
    StringBuilder loops = new StringBuilder();
    List<Sensor> inOrder =
        site.sensors().stream()
            .sorted(Comparator.comparingDouble(s -> s instanceof StripLine line ? line.atM() : 0))
            .toList();
    for (Sensor sensor : inOrder) {
      if (sensor instanceof StripLine line) {
        json.append(comma).append(line(line));
        comma = ",";
      } else if (sensor instanceof InductiveLoop loop) {
        loops
            .append(loops.isEmpty() ? "" : ",")
            .append(
                String.format(
                    java.util.Locale.ROOT,
                    "{\"channel\": \"%s\", \"fromM\": %f, \"toM\": %f, \"threshold\": 0.1}",
                    loop.name(),
                    loop.fromM(),
                    loop.toM()));
      }
    }
    json.append("]");
    if (withLoops) {
      json.append(", \"loops\": [").append(loops).append("]");
    }
    json.append(", \"temperature\": {\"channel\": \"temperature\"}");
    json.append(rules.isEmpty() ? "" : ", \"rules\": " + rules).append("}");
    try {
      return StripInstrument.from(Node.read("trial.json", json.toString()));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }

  private String line(StripLine line) {
    StringBuilder halves = new StringBuilder();
    for (StripLine.Half half : line.halves()) {
      boolean left = half.channel().endsWith("left");
      boolean right = half.channel().endsWith("right");
      double tau = line.electronics().timeConstantS();
      halves
          .append(halves.isEmpty() ? "" : ",")
          .append(
              String.format(
                  java.util.Locale.ROOT,
                  "{\"channel\": \"%s\", \"side\": \"%s\", \"newtonsPerUnitMetre\": %.9g,"
                      + " \"lateralM\": [%f, %f]%s%s, \"clipAt\": %f}",
                  half.channel(),
                  left ? "left" : right ? "right" : "both",
                  constants.get(half.channel()),
                  half.fromM(),
                  half.toM(),
                  tau > 0 ? ", \"timeConstantS\": " + tau : "",
                  line.bend().share() > 0 ? ", \"lobe\": \"positive\"" : "",
                  line.electronics().clip()));
    }
    return String.format(
        java.util.Locale.ROOT,
        "{\"name\": \"%s\", \"atM\": %f, \"angleDeg\": %f, \"widthM\": %f, \"halves\": [%s]}",
        line.name(),
        line.atM(),
        line.angleDeg(),
        line.widthM(),
        halves);
  }
}
