// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One lane's vehicles, one behind the other without end; none runs into the one ahead. */
public final class TrafficStream implements Iterator<Arrival> {
  private static final double KMH_PER_MPS = 3.6;

  /** Gaps are kept at this many places of the site. */
  private static final int PLACES = 9;

  /** Motorcycles use the whole lane. */
  private static final double MOTORCYCLE_SPREAD_M = 0.6;

  private final TrafficPlan plan;
  private final Stage stage;
  private final boolean neighbour;
  private final SplittableRandom random;
  private @Nullable Arrival ahead;

  /** The vehicles of a plan over a stage; the seed settles all of them. */
  public TrafficStream(TrafficPlan plan, Stage stage, boolean neighbour, long seed) {
    this.plan = plan;
    this.stage = stage;
    this.neighbour = neighbour;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Arrival next() {
    VehicleKind kind = plan.mix().draw(random);
    Vehicle vehicle = Assembly.of(kind, plan.loading().draw(kind.cargo(), random), random.split());
    double speed = speedMps(kind);
    Manner manner = manner();
    double gap = gapS();
    Drive drive = manner.drive(speed, stage, vehicle.wheelbaseM(), random.split());
    double lateral = lateralM(vehicle);
    Drive timed = drive.later(gap - earliest(vehicle, drive));
    Arrival arrival = new Arrival(vehicle, timed, lateral, manner.word(), neighbour);
    ahead = arrival;
    return arrival;
  }

  private double speedMps(VehicleKind kind) {
    TrafficPlan.Speed speed = plan.speed();
    double kmh = (speed.meanKmh() + speed.spreadKmh() * random.nextGaussian()) * kind.pace();
    return Math.max(speed.leastKmh(), Math.min(speed.mostKmh(), kmh)) / KMH_PER_MPS;
  }

  private Manner manner() {
    double left = random.nextDouble();
    for (TrafficPlan.Share share : plan.manners()) {
      left -= share.share();
      if (left < 0) {
        return share.manner();
      }
    }
    return Manner.STEADY;
  }

  private double gapS() {
    TrafficPlan.Spacing spacing = plan.spacing();
    boolean close = random.nextDouble() < spacing.tailgating();
    double free = -Math.log(1 - random.nextDouble()) * (spacing.meanS() - spacing.leastS());
    return spacing.leastS() * (close ? random.nextDouble(1, 1.25) : 1) + (close ? 0 : free);
  }

  private double lateralM(Vehicle vehicle) {
    TrafficPlan.Position position = plan.position();
    double normal = Math.max(-2, Math.min(2, random.nextGaussian()));
    if (random.nextDouble() >= position.straddling()) {
      double spread = vehicle.singleTrack() ? MOTORCYCLE_SPREAD_M : position.spreadM();
      return position.centreM() + spread * normal;
    }
    double out =
        position.leastOutM() + (position.mostOutM() - position.leastOutM()) * random.nextDouble();
    return position.centreM() + (random.nextBoolean() ? out : -out);
  }

  /**
   * How much later than the tail ahead the nose of a drive comes, at the place of the site where it
   * comes closest.
   */
  private double earliest(Vehicle vehicle, Drive drive) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < PLACES; i++) {
      double place = stage.fromM() + i * (stage.toM() - stage.fromM()) / (PLACES - 1);
      double nose = drive.timesAt(place - vehicle.noseM()).get(0);
      least = Math.min(least, nose - tailAheadS(place));
    }
    return least;
  }

  private double tailAheadS(double placeM) {
    Arrival before = ahead;
    if (before == null) {
      return 0;
    }
    Vehicle vehicle = before.vehicle();
    List<Double> times = before.drive().timesAt(placeM + vehicle.wheelbaseM() + vehicle.tailM());
    return times.get(times.size() - 1);
  }
}
