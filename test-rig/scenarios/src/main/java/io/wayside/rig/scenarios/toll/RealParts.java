// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import io.wayside.core.journal.JournalException;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.scenario.Play;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a gateway has on disk and over HTTP, where the scenario is about that: journal, lists, the
 * way to the office. All others do without, in the world's time alone.
 */
final class RealParts implements AutoCloseable {

  private final Optional<Books> books;
  private final Optional<SignedLists> lists;
  private final Optional<Upload> upload;
  private boolean wasFull;
  private final boolean mustFill;
  private final boolean mustDouble;

  private RealParts(
      Optional<Books> books,
      Optional<SignedLists> lists,
      Optional<Upload> upload,
      boolean mustFill,
      boolean mustDouble) {
    this.books = books;
    this.lists = lists;
    this.upload = upload;
    this.mustFill = mustFill;
    this.mustDouble = mustDouble;
  }

  /** What a lane of a play needs. */
  static RealParts of(int lane, Play play, StationClock clock, LongSupplier nanos) {
    boolean fills = has(play, lane, Order.DiskFull.class);
    boolean doubles = has(play, lane, Order.UploadTwice.class);
    boolean posts = doubles || has(play, lane, Order.OfficeOutage.class);
    TimeSource time = new WorldTime(clock, nanos);
    try {
      Optional<Books> books = fills || posts ? Optional.of(new Books(time)) : Optional.empty();
      return new RealParts(
          books,
          has(play, lane, Order.ListGap.class)
              ? Optional.of(new SignedLists(play.register(), clock.at(nanos.getAsLong())))
              : Optional.empty(),
          posts ? Optional.of(new Upload(books.orElseThrow(), time)) : Optional.empty(),
          fills,
          doubles);
    } catch (IOException | JournalException unusable) {
      throw new IllegalStateException("the rig's disk does not do what it should", unusable);
    }
  }

  private static boolean has(Play play, int lane, Class<? extends Order> kind) {
    return play.plan().orders().stream()
        .map(Order.Timed::order)
        .anyMatch(order -> kind.isInstance(order) && order.lane() == lane);
  }

  /** The world's time as the gateway's. */
  private record WorldTime(StationClock clock, LongSupplier nanos) implements TimeSource {
    @Override
    public long monotonicNanos() {
      return nanos.getAsLong();
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(
          clock.at(monotonicNanos), ClockQuality.synchronisedBy("ntp"), "rig", monotonicNanos);
    }
  }

  Optional<Books> books() {
    return books;
  }

  Optional<SignedLists> lists() {
    return lists;
  }

  Optional<Upload> upload() {
    return upload;
  }

  /** The journal has refused what a lane wrote. */
  void refused() {
    wasFull = true;
  }

  /** What did not happen as the scenario says, after its end. */
  List<String> faults(long nanos) {
    List<String> faults = new ArrayList<>();
    lists.ifPresent(each -> faults.addAll(each.faults()));
    if (mustFill && !wasFull) {
      faults.add("the journal was full and has refused nothing");
    }
    books
        .filter(each -> each.waiting() > 0)
        .ifPresent(
            each -> faults.add(each.waiting() + " records are not durable: " + each.failure()));
    if (upload.isPresent()) {
      upload.get().post(nanos);
      if (mustDouble && upload.get().twice() == 0) {
        faults.add("nothing was uploaded twice");
      }
      try {
        upload.get().fault().ifPresent(faults::add);
      } catch (JournalException unread) {
        throw new IllegalStateException("the rig's journal cannot be read", unread);
      }
    }
    return faults;
  }

  @Override
  public void close() {
    try {
      upload.ifPresent(Upload::close);
      if (books.isPresent()) {
        books.get().close();
      }
      if (lists.isPresent()) {
        lists.get().close();
      }
    } catch (IOException undeletable) {
      throw new IllegalStateException("the rig's folder cannot be deleted", undeletable);
    }
  }
}
