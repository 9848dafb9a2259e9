// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Passage;
import io.wayside.rig.simulators.motion.vehicle.Tyres;
import java.util.List;

/**
 * An inductive loop: a channel between 0 and about 1, and a contact.
 *
 * @param name of the loop, of its channel and of its contact
 * @param fromM where it begins along the road
 * @param toM where it ends
 * @param widthM across the road, around the lane's middle
 * @param closesAt presence at which the contact closes; it opens at 70 % of that
 * @param electronics of the channel
 */
public record InductiveLoop(
    String name, double fromM, double toM, double widthM, double closesAt, Electronics electronics)
    implements Sensor {
  /** The field reaches so far beyond the wire. */
  private static final double FRINGE_M = 0.35;

  /** So much of the metal is missing above a drawbar. */
  private static final double DRAWBAR_LACKS = 0.75;

  /** A detector compares its loop every 5 ms. */
  private static final double SCAN_S = 0.005;

  private static final double RELEASE = 0.7;

  @Override
  public List<Probe> probes() {
    return List.of(new Presence());
  }

  @Override
  public List<Detector> detectors() {
    return List.of(new Presence());
  }

  private double presenceOf(Passage passage, double timeS) {
    Tyres.Across body = passage.body();
    double over = body.clipped(-widthM / 2, widthM / 2).widthM();
    if (over <= 0) {
      return 0;
    }
    double covered = swept(passage.noseM(timeS)) - swept(passage.tailM(timeS));
    var drawbar = passage.vehicle().drawbar();
    if (drawbar.isPresent()) {
      double front = passage.drive().placeM(timeS);
      double bare = swept(front - drawbar.get().fromM()) - swept(front - drawbar.get().toM());
      covered -= DRAWBAR_LACKS * bare;
    }
    return passage.vehicle().metal() * over / Math.min(body.widthM(), widthM) * covered;
  }

  /** From 0 before the loop to 1 behind it, without a kink. */
  private double swept(double xM) {
    double u = (xM - fromM + FRINGE_M) / (toM - fromM + 2 * FRINGE_M);
    double in = Math.max(0, Math.min(1, u));
    return in * in * (3 - 2 * in);
  }

  private final class Presence implements Probe, Detector {
    @Override
    public String channel() {
      return name;
    }

    @Override
    public String contact() {
      return name;
    }

    @Override
    public String unit() {
      return "1";
    }

    @Override
    public Electronics electronics() {
      return electronics;
    }

    @Override
    public Reach reach() {
      return new Reach(fromM - FRINGE_M, toM + FRINGE_M);
    }

    @Override
    public void feel(Passage passage, Samples samples, double[][] inputs) {
      var span =
          Passage.presence(passage.vehicle(), passage.drive(), reach().fromM(), reach().toM());
      int to = samples.at(span.toS());
      for (int i = samples.at(span.fromS()); i < to; i++) {
        inputs[0][i] += presenceOf(passage, samples.timeS(i));
      }
    }

    @Override
    public Response response(double rateHz) {
      return inputs -> Math.min(1, inputs[0]);
    }

    @Override
    public double presence(Passage passage, double timeS) {
      return presenceOf(passage, timeS);
    }

    @Override
    public double closesAt() {
      return closesAt;
    }

    @Override
    public double opensBelow() {
      return RELEASE * closesAt;
    }

    @Override
    public double scanS() {
      return SCAN_S;
    }
  }
}
