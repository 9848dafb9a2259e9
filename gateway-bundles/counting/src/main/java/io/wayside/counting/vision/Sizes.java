// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How large a vehicle usually is at a height of the picture: the median of those that went through
 * there alone and whole, on their way from elsewhere. It tells a part of a vehicle from a vehicle,
 * and one from two. Nothing is said before a few were seen.
 */
final class Sizes {

  private static final int BANDS = 16;
  private static final int FEWEST = 3;
  private static final int JUDGED_BY = 31;

  /** A union no larger than this is one vehicle in parts. */
  private static final double ONE = 1.25;

  private final double pictureHeight;
  private final List<Deque<Seen>> bands = new ArrayList<>();

  /** As a vehicle went through a band. */
  private record Seen(long vehicle, Size size) {}

  Sizes(double pictureHeight) {
    this.pictureHeight = pictureHeight;
    for (int i = 0; i < BANDS; i++) {
      bands.add(new ArrayDeque<>());
    }
  }

  /**
   * A vehicle at every place of its way where it was alone and whole; told again as it goes on, it
   * counts once.
   */
  void saw(long vehicle, List<Box> way) {
    Map<Integer, List<Size>> through = new TreeMap<>();
    for (Box box : way) {
      through
          .computeIfAbsent(band(box.centre()), band -> new ArrayList<>())
          .add(new Size(box.w(), box.h()));
    }
    through.forEach(
        (band, sizes) -> {
          Deque<Seen> latest = bands.get(band);
          latest.removeIf(seen -> seen.vehicle() == vehicle);
          latest.addFirst(new Seen(vehicle, median(sizes)));
          if (latest.size() > JUDGED_BY) {
            latest.removeLast();
          }
        });
  }

  private int band(Point at) {
    return (int) Math.max(0, Math.min(BANDS - 1, at.y() / pictureHeight * BANDS));
  }

  Optional<Size> usualAt(Point centre) {
    int band = band(centre);
    for (int around = 0; around <= 2; around++) {
      List<Size> near = new ArrayList<>();
      for (int i = Math.max(0, band - around); i <= Math.min(BANDS - 1, band + around); i++) {
        bands.get(i).forEach(seen -> near.add(seen.size()));
      }
      if (near.size() >= FEWEST) {
        return Optional.of(median(near));
      }
    }
    return Optional.empty();
  }

  /** Of all the picture, however near or far. */
  Optional<Size> usualAnywhere() {
    List<Size> all = bands.stream().flatMap(Deque::stream).map(Seen::size).toList();
    return all.size() < FEWEST ? Optional.empty() : Optional.of(median(all));
  }

  private static Size median(List<Size> sizes) {
    return new Size(median(sizes, Size::w), median(sizes, Size::h));
  }

  private static double median(List<Size> sizes, ToDoubleFunction<Size> of) {
    return sizes.stream().mapToDouble(of).sorted().skip(sizes.size() / 2).findFirst().orElseThrow();
  }

  /** Whether both may be parts of one vehicle. */
  boolean couldBeOne(Box a, Box b) {
    return isOne(a.with(b));
  }

  /** Whether it is no larger than one vehicle usually is. */
  boolean isOne(Box box) {
    return usualAt(box.centre())
        .filter(usual -> box.w() < ONE * usual.w() && box.h() < ONE * usual.h())
        .isPresent();
  }
}
