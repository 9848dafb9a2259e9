// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.card;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.LoopFault;
import io.wayside.counting.card.CardNews.IntervalTold;
import io.wayside.counting.interval.Counted;
import io.wayside.counting.interval.Interval;
import io.wayside.counting.interval.IntervalBook;
import io.wayside.counting.interval.Span;
import io.wayside.counting.scheme.Classifier.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One channel of a detector card: its words in, vehicles, intervals and faults out. What the card
 * counted while it was not heard is late: it is told, and is in no interval's vehicles, for nobody
 * knows in which it passed. Used by one thread at a time.
 */
public final class CardLane {

  private static final String NOT_HEARD = "not-heard-card";

  /** Wall time that moves more than this against the monotonic clock stepped. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Duration DRIFT = Duration.ofMillis(20);

  private final CardClasses classes;
  private final IntervalBook book;
  private final Map<LoopFault.Kind, Long> faults = new EnumMap<>(LoopFault.Kind.class);
  private boolean heard;
  private long heardNanos; // all until then is told
  private long anewNanos; // since when it is heard without a break

  /** A card of which nothing is heard yet. */
  public CardLane(List<Span> spans, ZoneId zone, CardClasses classes, long nanos, Instant wall) {
    this.classes = classes;
    this.book = new IntervalBook(spans, zone, nanos, wall);
    this.heardNanos = nanos;
    this.anewNanos = nanos;
    book.blind(NOT_HEARD, nanos);
  }

  /** The card is not heard; up to then nothing was missed. */
  public List<CardNews> interrupted(long sinceNanos) {
    List<CardNews> news = new ArrayList<>();
    if (heard) {
      heard = false;
      told(book.blind(NOT_HEARD, Math.min(sinceNanos, heardNanos)), news);
    }
    return news;
  }

  public List<CardNews> word(CardWord word) {
    List<CardNews> news = new ArrayList<>();
    // Sealed, and each kind stands for itself: a switch over types is not in Java 17.
    if (word instanceof CardWord.Heard one) {
      heard(one, news);
    } else if (word instanceof CardWord.Vehicle one) {
      vehicle(one, news);
    } else if (word instanceof CardWord.Counted one) {
      counted(one, news);
    } else if (word instanceof CardWord.Gap one) {
      gap(one, news);
    } else if (word instanceof CardWord.Occupied one) {
      occupied(one);
    } else if (word instanceof LoopFault one) {
      fault(one, news);
    }
    return news;
  }

  private void heard(CardWord.Heard word, List<CardNews> news) {
    if (!heard) {
      heard = true;
      anewNanos = word.monotonicNanos();
      book.seeing(NOT_HEARD, anewNanos);
    }
    heardNanos = Math.max(heardNanos, word.monotonicNanos());
    told(book.advance(heardNanos), news);
  }

  private void vehicle(CardWord.Vehicle vehicle, List<CardNews> news) {
    Told told = classes.of(vehicle);
    boolean late = isLate(vehicle.monotonicNanos());
    boolean doubtful = !faults.isEmpty();
    news.add(new CardNews.Vehicle(vehicle, told, late, doubtful));
    if (late) {
      book.late(1);
    } else {
      book.count(
          new Counted(
              vehicle.monotonicNanos(),
              told.vehicleClass(),
              "unknown",
              told.pcu(),
              vehicle.speedMps(),
              0, // the card says it apart from its vehicles, or not at all
              doubtful));
    }
  }

  private void counted(CardWord.Counted word, List<CardNews> news) {
    boolean late = isLate(word.fromNanos());
    boolean doubtful = !faults.isEmpty();
    news.add(new CardNews.Many(word, late, doubtful));
    if (late) {
      book.late(word.vehicles());
      return;
    }
    // Before the look that told of them: an interval that begins with it may be blind throughout.
    long nanos = word.toNanos() - 1;
    Counted one = Counted.untimed(nanos, CardClasses.UNKNOWN.vehicleClass(), doubtful);
    for (int i = 0; i < word.vehicles(); i++) {
      book.count(one);
    }
  }

  private boolean isLate(long nanos) {
    return !heard || nanos < anewNanos;
  }

  private void gap(CardWord.Gap gap, List<CardNews> news) {
    String cause = gap.why().code() + "-card";
    if (gap.counted()) {
      told(book.unmeasured(cause, gap.fromNanos()), news);
      book.measured(cause, gap.toNanos());
    } else {
      told(book.blind(cause, gap.fromNanos()), news);
      book.seeing(cause, gap.toNanos());
    }
  }

  private void occupied(CardWord.Occupied word) {
    if (!isLate(word.fromNanos())) {
      book.occupied(word.toNanos() - Math.round(word.seconds() * 1e9), word.toNanos());
    }
  }

  private void fault(LoopFault word, List<CardNews> news) {
    if (word.stands() && faults.putIfAbsent(word.kind(), word.monotonicNanos()) == null) {
      news.add(new CardNews.Fault(word.kind(), word.monotonicNanos(), OptionalLong.empty()));
      told(book.blind(cause(word.kind()), word.monotonicNanos()), news);
    } else if (!word.stands()) {
      Long since = faults.remove(word.kind());
      if (since != null) {
        news.add(new CardNews.Fault(word.kind(), since, OptionalLong.of(word.monotonicNanos())));
        book.seeing(cause(word.kind()), word.monotonicNanos());
      }
    }
  }

  private static String cause(LoopFault.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-card";
  }

  /** Time passed. */
  public List<CardNews> tick(long nanos, Instant wall) {
    List<CardNews> news = new ArrayList<>();
    if (!heard) {
      told(book.advance(nanos), news);
    }
    Duration off = Duration.between(book.wallAt(nanos), wall).abs();
    if (off.compareTo(STEP) >= 0) {
      told(book.step(nanos, wall), news);
    } else if (off.compareTo(DRIFT) >= 0) {
      book.drifted(nanos, wall);
    }
    return news;
  }

  /** The end: what is open is told as far as it came. */
  public List<CardNews> stop(long nanos) {
    List<CardNews> news = new ArrayList<>();
    if (heard) {
      told(book.blind(NOT_HEARD, heardNanos), news);
    }
    told(book.stop(nanos), news);
    return news;
  }

  public boolean isHeard() {
    return heard;
  }

  /** Faults that stand, as the card says. */
  public Set<LoopFault.Kind> faults() {
    return Set.copyOf(faults.keySet());
  }

  private static void told(List<Interval> intervals, List<CardNews> news) {
    intervals.forEach(interval -> news.add(new IntervalTold(interval)));
  }
}
