// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tag for as long as it is heard. The last 6.4 s are kept in bins of 100 ms, so that a flood of
 * sightings takes no memory.
 */
final class HeardTag {

  static final long BIN_NANOS = 100_000_000;
  static final int BINS = 64;

  /** Antennas beyond this number share one count. */
  private static final int MOST_ANTENNAS = 16;

  final TagNumber tag;
  final Judge.Acquaintance known;
  final long firstNanos;
  long lastNanos;
  long firstLaneNanos;
  long lastLaneNanos;
  long laneCount;
  boolean heardInLane;

  /** Came by the way a vehicle of this lane comes. */
  boolean heardOnApproach;

  long lastApproachNanos;
  long approachCount;

  long replies;
  double peakDbm = Double.NEGATIVE_INFINITY;
  @Nullable String tid;

  /** Another chip said the same number. */
  boolean severalChips;

  @Nullable String user;

  /** The vehicle it was accepted for. */
  @Nullable Vehicle bound;

  /** Has passed here and is still heard: it is no evidence for those who follow. */
  boolean spent;

  /** The first vehicle that came when this tag was in the lane already; 0 for none. */
  long firstBehind;

  boolean asked;
  long askedNanos;
  LaneSituation.@Nullable OfficeAnswer answer;
  long lastAnnouncedNanos;
  double announced;

  private final Sightings sightings = new Sightings();
  private final long[] antennas = new long[MOST_ANTENNAS + 1];
  private final long[] binNumber = new long[BINS];
  private final int[] laneReplies = new int[BINS];
  private final int[] approachReplies = new int[BINS];

  /** Sums of strengths, one for each reply. */
  private final double[] laneDbm = new double[BINS];

  private final double[] approachDbm = new double[BINS];

  HeardTag(TagNumber tag, Judge.Acquaintance known, long now) {
    this.tag = tag;
    this.known = known;
    this.firstNanos = now;
    java.util.Arrays.fill(binNumber, Long.MIN_VALUE);
  }

  void hear(long now, LaneEvent.Heard heard, Layout layout) {
    lastNanos = now;
    replies += heard.replies();
    sightings.add(heard);
    heard.tid().ifPresent(this::read);
    user = heard.user().orElse(user);
    antennas[Math.max(0, Math.min(MOST_ANTENNAS, heard.antenna()))] += heard.replies();
    boolean lane = layout.laneAntennas().contains(heard.antenna());
    boolean approach = layout.approachAntennas().contains(heard.antenna());
    if ((!lane && !approach) || Double.isNaN(heard.strengthDbm())) {
      return;
    }
    peakDbm = Math.max(peakDbm, heard.strengthDbm());
    int slot = slot(Math.floorDiv(now, BIN_NANOS));
    if (lane) {
      laneReplies[slot] += heard.replies();
      laneDbm[slot] += heard.strengthDbm() * heard.replies();
      firstLaneNanos = heardInLane ? firstLaneNanos : now;
      lastLaneNanos = now;
      laneCount += heard.replies();
      heardInLane = true;
    } else {
      approachReplies[slot] += heard.replies();
      approachDbm[slot] += heard.strengthDbm() * heard.replies();
      heardOnApproach = true;
      lastApproachNanos = now;
      approachCount += heard.replies();
    }
  }

  private void read(String chip) {
    severalChips |= tid != null && !tid.equals(chip);
    tid = chip;
  }

  /** It was in the lane before that vehicle came. */
  boolean isOfOneAhead(Vehicle vehicle) {
    return firstBehind != 0 && vehicle.number >= firstBehind;
  }

  private int slot(long bin) {
    int slot = (int) Math.floorMod(bin, (long) BINS);
    if (binNumber[slot] != bin) {
      binNumber[slot] = bin;
      laneReplies[slot] = 0;
      approachReplies[slot] = 0;
      laneDbm[slot] = 0;
      approachDbm[slot] = 0;
    }
    return slot;
  }

  /**
   * What was heard between two times, of what the bins still hold.
   *
   * @param floorDbm strength of a reply that says nothing
   */
  Window between(long fromNanos, long toNanos, double floorDbm) {
    long last = Math.floorDiv(toNanos, BIN_NANOS);
    long first = Math.max(Math.floorDiv(fromNanos, BIN_NANOS), last - BINS + 1);
    Steady inLane = new Steady(floorDbm);
    Steady onApproach = new Steady(floorDbm);
    int heard = 0;
    int lane = 0;
    int approach = 0;
    for (long bin = first; bin <= last; bin++) {
      int slot = (int) Math.floorMod(bin, (long) BINS);
      boolean held = binNumber[slot] == bin;
      inLane.add(held ? laneReplies[slot] : 0, held ? laneDbm[slot] : 0);
      onApproach.add(held ? approachReplies[slot] : 0, held ? approachDbm[slot] : 0);
      if (held) {
        heard++;
        lane += laneReplies[slot];
        approach += approachReplies[slot];
      }
    }
    return new Window(
        (int) Math.max(0, last - first + 1),
        heard,
        lane,
        approach,
        inLane.best(),
        onApproach.best());
  }

  /**
   * A stretch of time.
   *
   * @param bins how many of 100 ms
   * @param heard in how many of them
   * @param laneDbm strength at the lane's antennas in the best half second
   * @param approachDbm the same at those of the approach
   */
  record Window(int bins, int heard, int lane, int approach, double laneDbm, double approachDbm) {}

  TagEvidence evidence(double score) {
    Map<Integer, Long> byAntenna = new HashMap<>();
    for (int i = 0; i < antennas.length; i++) {
      if (antennas[i] > 0) {
        byAntenna.put(i, antennas[i]);
      }
    }
    return new TagEvidence(
        tag,
        Optional.ofNullable(tid),
        firstNanos,
        lastNanos,
        replies,
        peakDbm,
        byAntenna,
        score,
        sightings.kept(),
        Optional.ofNullable(user));
  }
}
