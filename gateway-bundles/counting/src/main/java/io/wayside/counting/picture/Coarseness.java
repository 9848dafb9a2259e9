// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How coarsely an encoder draws a road on which nothing happens. It holds what hardly changes and
 * renews it by a step now and then, most of all where somebody has passed: the noise between two
 * such steps is not to be seen, and a step is no vehicle. Pictures that are not held show their
 * noise themselves.
 */
final class Coarseness {

  /** Looked at so often, each time at two pictures that follow each other. */
  private static final double EVERY_S = 0.25;

  /** Of the road more than this is the same to the last bit from one picture to the next. */
  private static final double HELD = 0.6;

  /** Fewer pixels that changed tell nothing, as a part of the road. */
  private static final double CHANGED = 0.005;

  /** The latest looks, of which the median counts. */
  private static final int LOOKS = 9;

  /** More is no encoder, in grey levels. */
  private static final int MOST = 6;

  private final Deque<Integer> steps = new ArrayDeque<>(); // the latest first; 0 for none
  private final byte[] before;
  private final byte[] now;
  private final byte[] foregroundBefore;
  private double lookedAtS = Double.NEGATIVE_INFINITY;
  private boolean begun;

  /** For pictures of so many pixels. */
  Coarseness(int pixels) {
    this.before = new byte[pixels * 3];
    this.now = new byte[pixels * 3];
    this.foregroundBefore = new byte[pixels];
  }

  /** Whether the next picture is to be looked at; then it is written into {@link #picture}. */
  boolean isDue(double atS) {
    return begun || atS - lookedAtS >= EVERY_S;
  }

  /** Where a picture that is due goes, blue, green and red of each pixel, as it came. */
  byte[] picture() {
    return begun ? now : before;
  }

  /**
   * What has been written is judged.
   *
   * @param foreground of it, for each pixel; 0 where the road is
   */
  void see(byte[] foreground, double atS) {
    if (begun) {
      steps.addFirst(step(foreground));
      if (steps.size() > LOOKS) {
        steps.removeLast();
      }
    } else {
      System.arraycopy(foreground, 0, foregroundBefore, 0, foreground.length);
      lookedAtS = atS;
    }
    begun = !begun;
  }

  private int step(byte[] foreground) {
    int[] changes = new int[256];
    int road = 0;
    for (int i = 0; i < foreground.length; i++) {
      if (foreground[i] == 0 && foregroundBefore[i] == 0) {
        changes[Math.max(change(3 * i), Math.max(change(3 * i + 1), change(3 * i + 2)))]++;
        road++;
      }
    }
    int changed = road - changes[0];
    if (changed == 0 || changes[0] < HELD * road || changed < CHANGED * road) {
      return 0;
    }
    int step = 0;
    for (int sum = 0; sum <= changed / 2; sum += changes[step]) {
      step++;
    }
    return Math.min(step, MOST);
  }

  private int change(int at) {
    return Math.abs((now[at] & 255) - (before[at] & 255));
  }

  /** By how much what is renewed usually changes, in grey levels; 0 while nothing is held. */
  double stepLevels() {
    return steps.stream().sorted().skip(steps.size() / 2).findFirst().orElse(0);
  }
}
