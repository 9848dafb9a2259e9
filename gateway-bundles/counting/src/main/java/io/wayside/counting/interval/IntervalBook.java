// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts vehicles into intervals of several lengths at once. Time is the monotonic clock's; wall
 * time is laid over it and may step. Nothing is told of an interval before nothing more can come
 * for it. Memory is bounded: by the kinds of vehicles, the stretches kept, the intervals that can
 * still be told anew.
 */
public final class IntervalBook {

  /** So many stretches of each sort are told apart. */
  private static final int MOST_STRETCHES = 4096;

  /** Vehicles told ahead of the settled time; more than pass any place in the longest wait. */
  private static final int MOST_AHEAD = 8192;

  private final ZoneId zone;
  private final List<Piece> pieces = new ArrayList<>();
  private final ClosedPieces closed;
  private final Timeline blind = new Timeline(MOST_STRETCHES);
  private final Timeline unmeasured = new Timeline(MOST_STRETCHES);
  private final PriorityQueue<Counted> ahead =
      new PriorityQueue<>(Comparator.comparingLong(Counted::nanos));
  private final OccupiedAhead occupied = new OccupiedAhead(MOST_STRETCHES);
  private long wallAtNanos;
  private Instant wall = Instant.EPOCH;
  private long lastNanos = Long.MIN_VALUE;
  private long settledNanos;
  private long occupiedNanos;

  /** A book from this moment on. */
  public IntervalBook(List<Span> spans, ZoneId zone, long nanos, Instant wall) {
    this.zone = zone;
    this.wallAtNanos = nanos;
    this.wall = wall;
    this.settledNanos = nanos;
    this.occupiedNanos = nanos;
    this.closed = new ClosedPieces(blind, unmeasured);
    spans.forEach(span -> pieces.add(piece(span, nanos, wall)));
  }

  /** A vehicle; it is counted when its time is settled. */
  public void count(Counted counted) {
    ahead.add(counted);
    if (ahead.size() > MOST_AHEAD) {
      book(ahead.remove());
    }
  }

  /**
   * Vehicles that passed while nothing was counted here: they are known of now, and in which
   * interval they passed is not.
   */
  public void late(int vehicles) {
    pieces.forEach(piece -> piece.tally().late(vehicles));
  }

  /**
   * The place was occupied for a while, whatever vehicles say of themselves; later stretches come
   * later.
   */
  public void occupied(long fromNanos, long toNanos) {
    occupied.add(fromNanos, toNanos);
  }

  /** Nothing is counted from then on; the same cause ends it. */
  public List<Interval> blind(String cause, long sinceNanos) {
    blind.begin(cause, sinceNanos);
    return closed.toldAnew(sinceNanos, settledNanos);
  }

  public void seeing(String cause, long nanos) {
    blind.end(cause, nanos);
  }

  /** Speeds and lengths are not to be believed from then on; the same cause ends it. */
  public List<Interval> unmeasured(String cause, long sinceNanos) {
    unmeasured.begin(cause, sinceNanos);
    return closed.toldAnew(sinceNanos, settledNanos);
  }

  public void measured(String cause, long nanos) {
    unmeasured.end(cause, nanos);
  }

  /** No vehicle that came before this will still be told: intervals that ended before are told. */
  public List<Interval> advance(long nanos) {
    List<Interval> told = new ArrayList<>();
    while (true) {
      Piece next = pieces.stream().min(Comparator.comparingLong(Piece::endNanos)).orElseThrow();
      if (next.endNanos() > nanos) {
        break;
      }
      bookUntil(next.endNanos());
      told.add(closed.close(next, next.endNanos(), next.slot().to()));
      pieces.set(pieces.indexOf(next), piece(next.span(), next.endNanos(), next.slot().to()));
    }
    bookUntil(nanos);
    settledNanos = Math.max(settledNanos, nanos);
    closed.forget(pieces.stream().mapToLong(Piece::startNanos).min().orElse(nanos));
    return told;
  }

  /** Wall time is another from then on: every interval is parted there. */
  public List<Interval> step(long nanos, Instant newWall) {
    List<Interval> told = new ArrayList<>(stop(nanos));
    wallAtNanos = nanos;
    wall = newWall;
    pieces.replaceAll(piece -> piece(piece.span(), nanos, newWall));
    return told;
  }

  /** Wall time drifted a little; intervals that begin later follow it. */
  public void drifted(long nanos, Instant nowWall) {
    wallAtNanos = nanos;
    wall = nowWall;
  }

  /** Ends here: what is open is told as far as it came. */
  public List<Interval> stop(long nanos) {
    List<Interval> told = new ArrayList<>(advance(nanos));
    while (!ahead.isEmpty()) {
      book(ahead.remove());
    }
    for (Piece piece : pieces) {
      if (nanos > piece.startNanos()) {
        told.add(closed.close(piece, nanos, wallAt(nanos)));
      }
    }
    return told;
  }

  /** Wall time as the book has it. */
  public Instant wallAt(long nanos) {
    return wall.plusNanos(nanos - wallAtNanos);
  }

  private void bookUntil(long nanos) {
    while (!ahead.isEmpty() && ahead.peek().nanos() < nanos) {
      book(ahead.remove());
    }
    long covered = occupied.takeUntil(nanos);
    pieces.forEach(piece -> piece.tally().occupied(covered));
  }

  private void book(Counted counted) {
    long nanos = counted.nanos();
    long fromNanos = Math.max(nanos, occupiedNanos);
    occupiedNanos = Math.max(occupiedNanos, nanos + Math.round(counted.occupiedS() * 1e9));
    for (Piece piece : pieces) {
      piece.tally().add(counted);
      piece.tally().occupied(Math.min(occupiedNanos, piece.endNanos()) - fromNanos);
    }
    if (!counted.timed()) {
      lastNanos = Long.MIN_VALUE;
      return;
    }
    if (lastNanos != Long.MIN_VALUE && nanos > lastNanos && !blind.touches(lastNanos, nanos)) {
      double headwayS = (nanos - lastNanos) / 1e9;
      pieces.forEach(piece -> piece.tally().headway(headwayS));
    }
    lastNanos = Math.max(lastNanos, nanos);
  }

  /** The next part of an interval; a vehicle that still stands there occupies it too. */
  private Piece piece(Span span, long nanos, Instant from) {
    Span.Slot slot = span.slot(from, zone);
    long end = wallAtNanos + Duration.between(wall, slot.to()).toNanos();
    Piece piece = new Piece(span, slot, from, nanos, Math.max(nanos + 1, end), new Tally());
    piece.tally().occupied(Math.min(occupiedNanos, piece.endNanos()) - nanos);
    return piece;
  }
}
