// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

import java.util.List;

/** A vehicle on its way through a lane. Its driver hits neither the one ahead nor the arm. */
public final class Vehicle {

  private static final double ACCELERATION = 2;
  private static final double BRAKING = 4;
  private static final double REACTION_S = 0.3;
  private static final double BACKWARDS_MPS = 1.6;
  private static final double THERE_M = 0.15;
  private static final double STANDS_MPS = 0.05;
  private static final double BEFORE_ARM_M = 0.4;
  private static final double ARM_CLEARS = 0.85;

  private final VehicleKind kind;
  private final Manner manner;
  private final LaneLayout lane;
  private final double wantedMps;
  private double noseM = LaneLayout.ENTRY_M;
  private double speedMps;
  private int leg;
  private double stoodS;
  private boolean waved;

  /** A vehicle that comes in at the speed at which it wants to go. */
  public Vehicle(VehicleKind kind, Manner manner, LaneLayout lane, double wantedMps) {
    this.kind = kind;
    this.manner = manner;
    this.lane = lane;
    this.wantedMps = wantedMps;
    this.speedMps = wantedMps;
  }

  public VehicleKind kind() {
    return kind;
  }

  public Manner manner() {
    return manner;
  }

  public double noseM() {
    return noseM;
  }

  public double tailM() {
    return noseM - kind.lengthM();
  }

  /** Negative backwards. */
  public double speedMps() {
    return speedMps;
  }

  /** Somebody waves it through. */
  public void wave() {
    waved = true;
  }

  /** Whether it lies over a place. */
  public boolean covers(double placeM) {
    return tailM() < placeM && noseM > placeM;
  }

  /** Whether it is held up at the stop line. */
  public boolean waitsAtLine() {
    return Math.abs(speedMps) < STANDS_MPS
        && leg >= manner.legs().size()
        && noseM > lane.stopM() - 2
        && noseM < lane.armM();
  }

  /** Whether it has gone back where it came from. */
  public boolean goneBackwards() {
    return manner.leavesBackwards() && leg >= manner.legs().size();
  }

  /** Whether the one behind should keep away. */
  public boolean mayBackOut() {
    return manner.legs().stream().anyMatch(l -> l.toM() < 0) && leg < manner.legs().size();
  }

  /**
   * Drives on.
   *
   * @param aheadM tail of the vehicle ahead; infinite for none
   * @param aheadMps its speed
   * @param behindM nose of the vehicle behind
   * @param arm position of the barrier's arm
   * @param green the lane's light
   */
  public void drive(
      double seconds, double aheadM, double aheadMps, double behindM, double arm, boolean green) {
    List<Manner.Leg> legs = manner.legs();
    double targetM = leg < legs.size() ? legs.get(leg).toM() : Double.POSITIVE_INFINITY;
    if (leg < legs.size() && Math.abs(targetM - noseM) < THERE_M) {
      speedMps = 0;
      stoodS += seconds;
      if (stoodS >= legs.get(leg).standS()) {
        leg++;
        stoodS = 0;
      }
      return;
    }
    if (targetM < noseM) {
      boolean room = tailM() - behindM > 1;
      speedMps = room ? Math.max(-BACKWARDS_MPS, speedMps - ACCELERATION * seconds) : 0;
      noseM = Math.max(targetM, noseM + speedMps * seconds);
      return;
    }
    double mps = Math.min(wantedMps, Math.max(0, speedMps) + ACCELERATION * seconds);
    mps = Math.min(mps, safeMps(targetM - noseM, 0));
    mps = Math.min(mps, safeMps(aheadM - manner.gapM() - noseM, Math.max(0, aheadMps)));
    mps = Math.min(mps, safeMps(obstacleM(arm, green) - noseM, 0));
    speedMps = Math.max(mps, Math.max(0, speedMps - 2 * BRAKING * seconds));
    double most = Math.max(noseM, Math.min(aheadM - 0.2, targetM));
    noseM = Math.min(noseM + speedMps * seconds, most);
  }

  private double obstacleM(double arm, boolean green) {
    boolean up = arm > ARM_CLEARS;
    if (noseM <= lane.stopM() && !waved && (!up || (manner.heedsLight() && !green))) {
      return lane.stopM();
    }
    if (noseM <= lane.armM() - BEFORE_ARM_M && !up) {
      return lane.armM() - BEFORE_ARM_M;
    }
    return Double.POSITIVE_INFINITY;
  }

  /** The speed from which it can stop behind something that brakes too (Gipps 1981). */
  private static double safeMps(double gapM, double aheadMps) {
    if (gapM == Double.POSITIVE_INFINITY) {
      return gapM;
    }
    double bt = BRAKING * REACTION_S;
    double under = bt * bt + aheadMps * aheadMps + 2 * BRAKING * gapM;
    return under <= bt * bt && aheadMps == 0 ? 0 : Math.max(0, Math.sqrt(Math.max(0, under)) - bt);
  }
}
