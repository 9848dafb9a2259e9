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

  /** A tag on the approach is heard as if it were so much weaker than one in the lane. */
  private static final double APPROACH_DB = 12;

  final TagNumber tag;
  final Judge.Acquaintance known;
  final long firstNanos;
  long lastNanos;
  long lastLaneNanos;
  boolean heardInLane;
  long replies;
  double peakDbm = Double.NEGATIVE_INFINITY;
  @Nullable String tid;

  /** The vehicle it was accepted for. */
  @Nullable Vehicle bound;

  /** Has passed here and is still heard: it is no evidence for those who follow. */
  boolean spent;

  boolean asked;
  long askedNanos;
  LaneSituation.@Nullable OfficeAnswer answer;
  long announcedNanos;
  double announced;

  private final long[] antennas = new long[MOST_ANTENNAS + 1];
  private final long[] binNumber = new long[BINS];
  private final int[] laneReplies = new int[BINS];
  private final int[] approachReplies = new int[BINS];
  private final double[] binPeak = new double[BINS];

  HeardTag(TagNumber tag, Judge.Acquaintance known, long now) {
    this.tag = tag;
    this.known = known;
    this.firstNanos = now;
    java.util.Arrays.fill(binNumber, Long.MIN_VALUE);
  }

  void hear(long now, LaneEvent.Heard heard, Layout layout) {
    lastNanos = now;
    replies += heard.replies();
    tid = heard.tid().orElse(tid);
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
      lastLaneNanos = now;
      heardInLane = true;
    } else {
      approachReplies[slot] += heard.replies();
    }
    double asInLane = heard.strengthDbm() - (lane ? 0 : APPROACH_DB);
    binPeak[slot] = Math.max(binPeak[slot], asInLane);
  }

  private int slot(long bin) {
    int slot = (int) Math.floorMod(bin, (long) BINS);
    if (binNumber[slot] != bin) {
      binNumber[slot] = bin;
      laneReplies[slot] = 0;
      approachReplies[slot] = 0;
      binPeak[slot] = Double.NEGATIVE_INFINITY;
    }
    return slot;
  }

  /** What was heard between two times, of what the bins still hold. */
  Window between(long fromNanos, long toNanos) {
    long last = Math.floorDiv(toNanos, BIN_NANOS);
    long first = Math.max(Math.floorDiv(fromNanos, BIN_NANOS), last - BINS + 1);
    int bins = 0;
    int heard = 0;
    int lane = 0;
    int approach = 0;
    double peak = Double.NEGATIVE_INFINITY;
    for (long bin = first; bin <= last; bin++) {
      bins++;
      int slot = (int) Math.floorMod(bin, (long) BINS);
      if (binNumber[slot] == bin) {
        heard++;
        lane += laneReplies[slot];
        approach += approachReplies[slot];
        peak = Math.max(peak, binPeak[slot]);
      }
    }
    return new Window(bins, heard, lane, approach, peak);
  }

  /**
   * A stretch of time.
   *
   * @param bins how many of 100 ms
   * @param heard in how many of them
   * @param peakDbm strongest reply as if all were from the lane's antennas
   */
  record Window(int bins, int heard, int lane, int approach, double peakDbm) {}

  TagEvidence evidence(double score) {
    Map<Integer, Long> byAntenna = new HashMap<>();
    for (int i = 0; i < antennas.length; i++) {
      if (antennas[i] > 0) {
        byAntenna.put(i, antennas[i]);
      }
    }
    return new TagEvidence(
        tag, Optional.ofNullable(tid), firstNanos, lastNanos, replies, peakDbm, byAntenna, score);
  }
}
