// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The zero of the empty platform. Set once at the start, if the platform is quiet within 20 % of
 * Max; then it follows slow drift only: not more than 0.5 e per second, within ±4 % of Max in all,
 * and only while nothing moves (OIML R 76, from general knowledge).
 */
final class ZeroTracking {

  private static final double INITIAL_SHARE = 0.20;
  private static final double TRACKING_SHARE = 0.04;
  private static final double INTERVALS_PER_SECOND = 0.5;
  private static final double QUIET_S = 1.0;

  /** Spread within the quiet time below which nothing moves; noise of the cells is smaller. */
  private static final double QUIET_INTERVALS = 1.0;

  private final double intervalN;
  private final double maxN;
  private final Deque<LoadPoint> window = new ArrayDeque<>();
  private Optional<LoadPoint> initial = Optional.empty();
  private Optional<LoadPoint> zero = Optional.empty();
  private double noiseN;

  ZeroTracking(double intervalN, double maxN) {
    this.intervalN = intervalN;
    this.maxN = maxN;
  }

  /** The zero in force; empty before the first quiet time. */
  Optional<LoadPoint> zero() {
    return zero;
  }

  /** Standard deviation of the points while quiet. */
  double noiseN() {
    return noiseN;
  }

  /** How far the zero has been moved since it was set. */
  double movedN() {
    return zero.isEmpty() || initial.isEmpty() ? 0 : zero.get().totalN() - initial.get().totalN();
  }

  /** Whether drift has used up what tracking may take. */
  boolean exhausted() {
    return Math.abs(movedN()) >= TRACKING_SHARE * maxN * 0.999;
  }

  /** Something is on the platform: what is watched begins anew afterwards. */
  void disturbed() {
    window.clear();
  }

  /** The zero is not to be trusted any more: the next quiet time sets it anew. */
  void forget() {
    window.clear();
    initial = Optional.empty();
    zero = Optional.empty();
  }

  /**
   * Somebody sets what is there now as zero. That may move the zero as far as tracking may, both
   * together; before the first zero as far as a start may.
   *
   * @return whether it lies within that range; if not, nothing changes
   */
  boolean set(LoadPoint quiet) {
    double from = initial.map(LoadPoint::totalN).orElse(0.0);
    double share = initial.isPresent() ? TRACKING_SHARE : INITIAL_SHARE;
    if (!(Math.abs(quiet.totalN() - from) <= share * maxN)) {
      return false;
    }
    window.clear();
    initial = initial.or(() -> Optional.of(quiet));
    zero = Optional.of(quiet);
    return true;
  }

  void observe(LoadPoint point) {
    window.addLast(point);
    while (point.seconds() - window.getFirst().seconds() > QUIET_S) {
      window.removeFirst();
    }
    double span = point.seconds() - window.getFirst().seconds();
    if (span < 0.95 * QUIET_S || window.size() < 5) {
      return;
    }
    LoadPoint mean = mean();
    double spread = Math.sqrt(squares(mean) / window.size());
    if (!(spread <= QUIET_INTERVALS * intervalN)) {
      return;
    }
    if (zero.isEmpty()) {
      if (Math.abs(mean.totalN()) <= INITIAL_SHARE * maxN) {
        initial = Optional.of(mean);
        zero = Optional.of(mean);
        noiseN = spread;
      }
      return;
    }
    noiseN = spread;
    follow(zero.get(), mean, window.size() < 2 ? 0 : span / (window.size() - 1));
  }

  private void follow(LoadPoint from, LoadPoint to, double stepS) {
    double most = INTERVALS_PER_SECOND * intervalN * stepS;
    double step = Math.max(-most, Math.min(most, to.totalN() - from.totalN()));
    double begun = initial.map(LoadPoint::totalN).orElse(from.totalN());
    double next = from.totalN() + step;
    double range = TRACKING_SHARE * maxN;
    next = Math.max(begun - range, Math.min(begun + range, next));
    double share =
        to.totalN() == from.totalN()
            ? 1
            : (next - from.totalN()) / (to.totalN() - from.totalN()); // sides follow alike
    zero =
        Optional.of(
            new LoadPoint(
                to.seconds(),
                next,
                from.leftN() + share * (to.leftN() - from.leftN()),
                from.rearN() + share * (to.rearN() - from.rearN()),
                false));
  }

  private LoadPoint mean() {
    double total = 0;
    double left = 0;
    double rear = 0;
    for (LoadPoint each : window) {
      total += each.totalN();
      left += each.leftN();
      rear += each.rearN();
    }
    int n = window.size();
    return new LoadPoint(window.getLast().seconds(), total / n, left / n, rear / n, false);
  }

  private double squares(LoadPoint mean) {
    double squares = 0;
    for (LoadPoint each : window) {
      squares += Math.pow(each.totalN() - mean.totalN(), 2);
    }
    return squares;
  }
}
