// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.device.SampleBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Adds cells up and thins fast signals out: a platform swings below 40 Hz, so averages at 200 Hz
 * lose nothing. Averages begin with the first sample after a start, not with a block.
 */
final class CellSum {

  /** Rate above which samples are averaged in pairs, threes and so on. */
  static final double WORKING_HZ = 200;

  private final List<LoadCell> cells;
  private final int[] channels;
  private int perPoint;
  private int taken;
  private double seconds;
  private double total;
  private double left;
  private double rear;
  private boolean clipped;

  CellSum(List<LoadCell> cells, List<String> channelNames) {
    this.cells = cells;
    this.channels =
        cells.stream()
            .mapToInt(cell -> channelOf(cell.channel(), channelNames, "load cell"))
            .toArray();
  }

  static int channelOf(String name, List<String> channelNames, String what) {
    int index = channelNames.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the instrument document names channel \""
              + name
              + "\" for a "
              + what
              + ", but the samples carry only "
              + channelNames
              + ": correct one of them");
    }
    return index;
  }

  /** Forgets a point that was begun: the next sample begins another. */
  void restart() {
    perPoint = 0;
    taken = 0;
    seconds = 0;
    total = 0;
    left = 0;
    rear = 0;
    clipped = false;
  }

  /** Takes one sample of the block; answers the point that it completed. */
  Optional<LoadPoint> take(SampleBlock block, int index) {
    if (perPoint == 0) {
      perPoint = Math.max(1, (int) Math.floor(1e9 / block.intervalNanos() / WORKING_HZ));
    }
    for (int i = 0; i < channels.length; i++) {
      double sample = block.samples()[channels[i]][index];
      LoadCell cell = cells.get(i);
      double newtons = cell.newtons(sample);
      total += newtons;
      left += cell.place().isLeft() ? newtons : 0;
      rear += cell.place().isRear() ? newtons : 0;
      clipped |= cell.clips(sample) || !Double.isFinite(sample);
    }
    // Whole nanoseconds first: seconds of a long uptime have too few digits for sums.
    seconds += (block.firstMonotonicNanos() + Math.round(index * block.intervalNanos())) / 1e9;
    taken++;
    if (taken < perPoint) {
      return Optional.empty();
    }
    LoadPoint point =
        new LoadPoint(seconds / taken, total / taken, left / taken, rear / taken, clipped);
    int keep = perPoint;
    restart();
    perPoint = keep;
    return Optional.of(point);
  }

  @Override
  public String toString() {
    return cells.size() + " cells on channels " + Arrays.toString(channels);
  }
}
