// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tags that may be a vehicle's own, best first. */
final class Ranking {

  /** A tag and how well it fits. */
  record Ranked(HeardTag tag, double score) {}

  private final List<Ranked> all = new ArrayList<>();
  private double other;

  void add(HeardTag tag, double score) {
    all.add(new Ranked(tag, score));
  }

  /** A tag that is somebody else's and still heard here. */
  void addOther(double score) {
    other = Math.max(other, score);
  }

  double other() {
    return other;
  }

  void sort() {
    if (all.size() > 1) {
      all.sort(Comparator.comparingDouble(Ranked::score).reversed());
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  boolean hasNoOther(HeardTag tag) {
    return all.stream().allMatch(each -> each.tag() == tag);
  }

  int size() {
    return all.size();
  }

  /** The best of the tags that lists know, or of those that they do not. */
  @Nullable Ranked best(boolean usable) {
    for (Ranked each : all) {
      if (each.tag().known.usable() == usable) {
        return each;
      }
    }
    return null;
  }

  /** Those of the same kind that are not clearly behind, the best itself included. */
  List<Ranked> near(Ranked best, double margin) {
    List<Ranked> near = new ArrayList<>();
    for (Ranked each : all) {
      if (each.tag().known.usable() == best.tag().known.usable()
          && best.score() - each.score() < margin) {
        near.add(each);
      }
    }
    return near;
  }

  Choice choose(Ranked chosen) {
    for (Ranked each : all) {
      if (!each.tag().tag.equals(chosen.tag().tag)) {
        return new Choice(
            chosen.tag().tag, chosen.score(), Optional.of(each.tag().tag), each.score());
      }
    }
    return new Choice(chosen.tag().tag, chosen.score(), Optional.empty(), 0);
  }
}
