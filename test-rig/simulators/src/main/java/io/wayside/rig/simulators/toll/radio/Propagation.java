// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.radio;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Loss between two places of a station: free space, the reflection from the road, and some from
 * poles, rails and roof that stand where the seed has put them. Reflections add as waves, so that
 * the loss changes over centimetres and from channel to channel.
 */
public final class Propagation {

  private static final double LIGHT_MPS = 299_792_458;

  /** Asphalt under slanting waves turns them round and gives back less than half. */
  private static final double ROAD = -0.4;

  private static final int SCATTERERS = 4;
  private static final double DEEPEST_FADE = 0.05;

  private record Scatterer(Point at, double reflects) {}

  private final List<Scatterer> scatterers = new ArrayList<>();

  /** A station's surroundings between two places across the lanes. */
  public Propagation(double rightM, double leftM, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SCATTERERS; i++) {
      Point at =
          new Point(
              random.nextDouble(-8, 14),
              random.nextDouble(rightM - 3, leftM + 3),
              random.nextDouble(0.5, 6));
      scatterers.add(new Scatterer(at, random.nextDouble(0.1, 0.3)));
    }
  }

  /** (4 pi d f / c)², in dB. */
  public static double freeSpaceLossDb(double distanceM, double hz) {
    return 20 * Math.log10(4 * Math.PI * distanceM * hz / LIGHT_MPS);
  }

  /** The whole loss, reflections and all. */
  public double lossDb(Point from, Point to, double hz) {
    double direct = from.distanceM(to);
    double wave = 2 * Math.PI * hz / LIGHT_MPS;
    double road = from.distanceM(to.mirroredInRoad());
    double re = 1 + ROAD * direct / road * Math.cos(wave * (road - direct));
    double im = ROAD * direct / road * Math.sin(wave * (road - direct));
    for (Scatterer scatterer : scatterers) {
      double way = from.distanceM(scatterer.at) + scatterer.at.distanceM(to);
      double strength = scatterer.reflects * direct / way;
      re += strength * Math.cos(wave * (way - direct));
      im += strength * Math.sin(wave * (way - direct));
    }
    double amplitude = Math.max(DEEPEST_FADE, Math.sqrt(re * re + im * im));
    return freeSpaceLossDb(direct, hz) - 20 * Math.log10(amplitude);
  }
}
