// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

import io.wayside.driver.camera.picture.GreyGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a camera's picture some times a second and says what is wrong with it. The first seconds
 * teach it what the camera looks at. Not for several threads.
 */
public final class SceneWatch {

  private static final int TEACHING_LOOKS = 20;
  private static final double FOLLOW_NANOS = 900e9;
  private static final long LONGEST_STEP_NANOS = 5_000_000_000L;

  private static final int FEWEST_EDGES = 40;
  private static final double SAME = 0.62;
  private static final double ALMOST_SAME = 0.8;
  private static final double SHIFTED_BETTER = 0.15;

  private static final double OTHER_LIGHT = 2.5;

  private static final double DARK = 24;
  private static final double UNCHANGED = 0.97;

  private final Map<Trouble, Persistence> believed = new EnumMap<>(Trouble.class);
  private final Memory memory = new Memory();
  private final Cover cover = new Cover();
  private final Blur blur = new Blur();
  private int looks;
  private double usualBrightness;
  private long lastNanos;
  private int @Nullable [] before;

  /**
   * @param alarmNanos how long a trouble must last; dark and blurred three times that
   */
  public SceneWatch(long alarmNanos) {
    for (Trouble trouble : Trouble.values()) {
      boolean slow = trouble == Trouble.DARK || trouble == Trouble.BLURRED;
      long raise = slow ? 3 * alarmNanos : alarmNanos;
      believed.put(trouble, new Persistence(raise, raise / 2));
    }
  }

  /** What is wrong now, gravest first. */
  public List<Trouble> look(GreyGrid grid, long nowNanos) {
    long elapsed = looks == 0 ? 0 : Math.min(LONGEST_STEP_NANOS, nowNanos - lastNanos);
    lastNanos = nowNanos;
    looks++;
    int[] sorted = Arrays.stream(grid.grey()).filter(cell -> cell != GreyGrid.HIDDEN).toArray();
    if (sorted.length == 0) {
      return List.of();
    }
    Arrays.sort(sorted);
    double brightness = Arrays.stream(sorted).average().orElse(0) / 16;
    // Some lamps or headlights in a black picture are no dark picture.
    double brightest = sorted[sorted.length * 98 / 100] / 16.0;
    Map<Trouble, Boolean> seen = new EnumMap<>(Trouble.class);
    seen.put(Trouble.DARK, brightest < DARK);
    seen.put(Trouble.FROZEN, isFrozen(grid.grey()));
    structure(new Outlines(grid), brightness, elapsed, seen);
    seen.put(Trouble.BLURRED, blur.look(grid, brightness, elapsed));
    List<Trouble> troubles = new ArrayList<>();
    believed.forEach(
        (trouble, persistence) -> {
          if (persistence.believes(seen.getOrDefault(trouble, false), nowNanos)) {
            troubles.add(trouble);
          }
        });
    return List.copyOf(troubles);
  }

  private void structure(
      Outlines outlines, double brightness, long elapsed, Map<Trouble, Boolean> seen) {
    if (looks <= TEACHING_LOOKS) {
      usualBrightness += (brightness - usualBrightness) / looks;
      memory.learn(outlines, 1.0 / looks, true);
      return;
    }
    boolean moved = isMoved(outlines, brightness);
    boolean covered = cover.look(memory, outlines, elapsed);
    seen.put(Trouble.MOVED, moved);
    seen.put(Trouble.COVERED, covered);
    // What is suspect teaches nothing, or every trouble would become the usual.
    if (!moved && !covered && !believed(Trouble.MOVED) && !believed(Trouble.COVERED)) {
      memory.learn(outlines, elapsed / FOLLOW_NANOS, false);
      usualBrightness += elapsed / FOLLOW_NANOS * (brightness - usualBrightness);
    }
  }

  private boolean believed(Trouble trouble) {
    Persistence persistence = believed.get(trouble);
    return persistence != null && persistence.isRaised();
  }

  /**
   * The same outlines beside their places are a proof in any light. Other outlines are one only in
   * the usual light: lamps draw their own.
   */
  private boolean isMoved(Outlines outlines, double brightness) {
    int fewest = Math.max(FEWEST_EDGES, memory.edges() / 10);
    Memory.Agreement here = memory.agreement(outlines);
    if (here.edges() < fewest || here.share() >= ALMOST_SAME) {
      return false;
    }
    boolean usualLight =
        brightness * OTHER_LIGHT > usualBrightness && usualBrightness * OTHER_LIGHT > brightness;
    if (usualLight && here.share() < SAME) {
      return true;
    }
    double best = memory.bestShifted(outlines, fewest).share();
    return best >= ALMOST_SAME && best > here.share() + SHIFTED_BETTER;
  }

  /** A real picture has noise in nearly every cell; a clock drawn into it changes but a few. */
  private boolean isFrozen(int[] grey) {
    int[] last = before;
    before = grey;
    if (last == null) {
      return false;
    }
    int same = 0;
    int all = 0;
    for (int i = 0; i < grey.length; i++) {
      if (grey[i] != GreyGrid.HIDDEN) {
        all++;
        same += grey[i] == last[i] ? 1 : 0;
      }
    }
    return same >= UNCHANGED * all;
  }
}
