// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.tolling.parking.Leak;
import io.wayside.tolling.parking.Place;
import io.wayside.tolling.parking.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A car park as it looks at one moment.
 *
 * @param inside by what the lanes counted
 * @param stays that are open
 * @param stale open for longer than anybody stays, the oldest 20
 * @param unused stays without an entry that were paid for, and nobody has left with
 * @param leaks of all lanes, by kind
 * @param unread records of the journal that the books could not be made of
 */
public record ParkView(
    long inside,
    long capacity,
    int stays,
    List<String> stale,
    List<String> unused,
    Map<Leak, Long> leaks,
    List<Value.Fields> places,
    List<Value.Fields> lanes,
    int unread,
    long unkept,
    int waiting,
    String lastFailure) {

  private static final int MOST_STALE = 20;

  static ParkView of(
      ParkSettings settings, Books books, Instant before, List<SessionId> unused, Writing writing) {
    List<Value.Fields> places = new ArrayList<>();
    for (Place place : books.places()) {
      places.add(
          Value.Fields.with("area", place.area())
              .and("class", place.vehicleClass())
              .and("inside", books.inside(place))
              .build());
    }
    Map<Leak, Long> leaks = new EnumMap<>(Leak.class);
    List<Value.Fields> lanes = new ArrayList<>();
    books
        .lanes()
        .forEach(
            (lane, book) -> {
              book.watch().leaks().forEach((leak, times) -> leaks.merge(leak, times, Long::sum));
              lanes.add(
                  Value.Fields.with("lane", lane)
                      .and("openings", book.watch().openings())
                      .and("passages", book.watch().passages())
                      .and("leaks", counted(book.watch().leaks()))
                      .and("open", book.open().size())
                      .build());
            });
    return new ParkView(
        books.inside(),
        settings.capacity(),
        books.store().open().size(),
        books.store().stale(before).stream()
            .limit(MOST_STALE)
            .map(stay -> stay.id().toString())
            .toList(),
        unused.stream().limit(MOST_STALE).map(SessionId::toString).toList(),
        leaks,
        places,
        lanes,
        books.unreadRecords(),
        writing.unkept(),
        writing.state().waiting(),
        writing.state().why());
  }

  private static Value.Fields counted(Map<Leak, Long> leaks) {
    FieldsBuilder all = new FieldsBuilder();
    for (Leak leak : Leak.values()) {
      all.and(word(leak), leaks.getOrDefault(leak, 0L));
    }
    return all.build();
  }

  private static String word(Leak leak) {
    return leak.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As the answer to the verb {@code state}. */
  public Value.Fields toValue() {
    return Value.Fields.with("inside", inside)
        .and("capacity", capacity)
        .and("stays", stays)
        .and("stale", stale.stream().map(Value.Text::new).toList())
        .and("unused", unused.stream().map(Value.Text::new).toList())
        .and("leaks", counted(leaks))
        .and("places", places)
        .and("lanes", lanes)
        .build();
  }
}
