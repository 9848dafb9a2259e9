// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.entries.EntryRegister;
import io.wayside.tolling.fare.Entries;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.fare.Journey;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.fare.Way;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.tag.TagNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a lane's part in its system means for a tag: whether it may come in, what its way costs. */
final class ClosedSystem {

  static final String UNREAD = "entries-unread";
  static final String IN_ALREADY = "in-already";
  static final Flag ENTRY_OPEN = new Flag("entry-open");
  static final Flag MISSING = new Flag("entry-missing");
  static final Flag STALE = new Flag("entry-stale");
  static final Flag AFTER_EXIT = new Flag("entry-after-exit");
  static final Flag DOUBTFUL = new Flag("entry-doubtful");
  static final Flag DIFFERS = new Flag("entry-differs");

  private final LaneOrigin origin;
  private final FareTable fares;
  private final Optional<EntryRegister> entries;

  /**
   * What is said of a tag.
   *
   * @param barred why it may not pass, whatever the lists say; empty when it may
   * @param fare for its group, here and now
   * @param way in which it came; empty where no way ends
   */
  record Toll(
      Optional<String> barred, Optional<Fare> fare, Optional<Way> way, SortedSet<Flag> flags) {}

  /**
   * @param entries of the system; empty where it is open
   */
  ClosedSystem(LaneOrigin origin, FareTable fares, Optional<EntryRegister> entries) {
    this.origin = origin;
    this.fares = fares;
    this.entries = entries;
  }

  boolean isEntry() {
    return origin.role() == LaneRole.ENTRY;
  }

  Toll of(TagNumber tag, Optional<Integer> group, Instant at, Optional<EntryPoint> office) {
    SortedSet<Flag> flags = new TreeSet<>();
    if (origin.role() == LaneRole.OPEN) {
      Priced priced = price(group, at, Optional.empty());
      return new Toll(Optional.empty(), sum(priced), Optional.empty(), flags);
    }
    if (entries.isEmpty() || !entries.get().isReady()) {
      return new Toll(Optional.of(UNREAD), Optional.empty(), Optional.empty(), flags);
    }
    return isEntry()
        ? entering(entries.get().mayEnter(tag), flags)
        : leaving(latest(entries.get().openOf(tag), office, flags), group, at, flags);
  }

  private static Toll entering(Entries.Answer answer, SortedSet<Flag> flags) {
    if (answer != Entries.Answer.PASS) {
      flags.add(ENTRY_OPEN);
    }
    return new Toll(
        answer == Entries.Answer.HOLD ? Optional.of(IN_ALREADY) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        flags);
  }

  /** The office hears of more gateways, and this one of its own lanes earlier. */
  private static Optional<KnownEntry> latest(
      Optional<KnownEntry> here, Optional<EntryPoint> office, SortedSet<Flag> flags) {
    if (office.isEmpty()) {
      return here;
    }
    if (here.isPresent() && !here.get().point().station().equals(office.get().station())) {
      flags.add(DIFFERS);
    }
    boolean ours = here.filter(one -> !one.point().at().isBefore(office.get().at())).isPresent();
    return ours ? here : Optional.of(new KnownEntry(office.get(), KnownEntry.Source.OFFICE, false));
  }

  private Toll leaving(
      Optional<KnownEntry> entry, Optional<Integer> group, Instant at, SortedSet<Flag> flags) {
    Priced priced = price(group, at, entry.map(KnownEntry::point));
    if (entry.isEmpty()) {
      flags.add(MISSING);
    } else {
      Duration age = Duration.between(entry.get().point().at(), at);
      if (age.isNegative()) {
        flags.add(AFTER_EXIT);
      } else if (age.compareTo(fares.rules().entryStaleAfter()) > 0) {
        flags.add(STALE);
      }
      if (entry.get().doubtful()) {
        flags.add(DOUBTFUL);
        priced = doubted(priced);
      }
    }
    return new Toll(
        Optional.empty(), sum(priced), Optional.of(new Way(entry, because(priced))), flags);
  }

  /** What would have been charged stands among the reasons. */
  private static Priced doubted(Priced priced) {
    List<String> because = new ArrayList<>(because(priced));
    String tariff =
        priced instanceof Priced.Sum sum
            ? sum.fare().tariff()
            : ((Priced.ForReview) priced).tariff();
    if (priced instanceof Priced.Sum sum) {
      because.addAll(sum.fare().because());
    }
    because.add("review:entry-doubtful");
    return new Priced.ForReview(tariff, because);
  }

  private Priced price(Optional<Integer> group, Instant at, Optional<EntryPoint> entry) {
    return fares.price(new Journey(origin.station(), origin.direction(), group, at, entry));
  }

  private static Optional<Fare> sum(Priced priced) {
    return priced instanceof Priced.Sum sum ? Optional.of(sum.fare()) : Optional.empty();
  }

  private static List<String> because(Priced priced) {
    return priced instanceof Priced.ForReview review ? review.because() : List.of();
  }
}
