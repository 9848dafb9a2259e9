// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

/**
 * An accuracy class of COST 323, by its tolerance of the gross weight in percent.
 *
 * @param level 5, 7, or a multiple of 5
 */
public record AccuracyClass(int level) implements Comparable<AccuracyClass> {

  private static final int[] LEVELS = {5, 7, 10, 15, 20, 25};

  /** Tolerances of speed and distance in percent, for the classes A(5) to D(25). */
  private static final double[] KINEMATIC = {2, 3, 4, 6, 8, 10};

  /** Tolerances of counts in percent, for the classes A(5) to D(25). */
  private static final double[] COUNTING = {1, 1, 1, 3, 4, 5};

  /** The worst of those that have a name of their own; beyond are E(35), E(40) and so on. */
  public static final AccuracyClass E = new AccuracyClass(30);

  /** Such as {@code B+(7)}. */
  public String label() {
    String letter =
        switch (level) {
          case 5 -> "A";
          case 7 -> "B+";
          case 10 -> "B";
          case 15 -> "C";
          case 20 -> "D+";
          case 25 -> "D";
          default -> "E";
        };
    return letter + "(" + level + ")";
  }

  /** The tolerance in service in percent; infinite where the class asks nothing. */
  public double tolerance(Criterion criterion) {
    double d = level;
    return switch (criterion) {
      case GROSS -> d;
      case GROUP -> d < 7 ? d / 0.7 : d < 30 ? d + 3 : 1.1 * d;
      case SINGLE_AXLE -> d < 10 ? d * (85 - d) / 50 : d < 25 ? d + 5 : 1.2 * d;
      case AXLE_OF_GROUP -> d < 10 ? 2 * d : d < 25 ? d + 10 : 1.2 * d + 5;
      case SPEED, SPACING -> listed(KINEMATIC);
      case COUNT -> listed(COUNTING);
      case WHEEL -> throw noWheel();
    };
  }

  /** The best class for a smallest tolerance as in service. */
  public static AccuracyClass reached(Criterion criterion, double smallestTolerance) {
    double delta = smallestTolerance;
    return switch (criterion) {
      case GROSS -> roundedUp(delta);
      case GROUP -> roundedUp(delta < 10 ? 0.7 * delta : delta < 33 ? delta - 3 : delta / 1.1);
      case SINGLE_AXLE ->
          roundedUp(delta < 15 ? delta * (delta + 97) / 168 : Math.min(delta - 5, delta / 1.2));
      case AXLE_OF_GROUP ->
          roundedUp(delta < 20 ? delta / 2 : Math.min(delta - 10, (delta - 5) / 1.2));
      case SPEED, SPACING -> fromList(KINEMATIC, delta);
      case COUNT -> fromList(COUNTING, delta);
      case WHEEL -> throw noWheel();
    };
  }

  @Override
  public int compareTo(AccuracyClass other) {
    return Integer.compare(level, other.level);
  }

  private static AccuracyClass roundedUp(double d) {
    if (d <= 5) {
      return new AccuracyClass(5);
    }
    return new AccuracyClass(d <= 7 ? 7 : (int) (5 * Math.ceil(d / 5)));
  }

  private double listed(double[] tolerances) {
    for (int i = 0; i < LEVELS.length; i++) {
      if (LEVELS[i] == level) {
        return tolerances[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static AccuracyClass fromList(double[] tolerances, double delta) {
    for (int i = 0; i < LEVELS.length; i++) {
      if (delta <= tolerances[i]) {
        return new AccuracyClass(LEVELS[i]);
      }
    }
    return E;
  }

  private static IllegalArgumentException noWheel() {
    return new IllegalArgumentException("COST 323 has no criterion for wheels");
  }
}
