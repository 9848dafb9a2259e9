// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.tolling.lane.LaneEvent;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue before a lane's thread, in the order of arrival. Sightings have room of their
 * own: one that finds it full is dropped and counted, for a tag is heard again. Changes of contacts
 * are never dropped one by one: when their room is full none of them is to be believed any more,
 * and all contacts are to be read anew ({@link #takeFlood}).
 */
public final class Inbox {

  private record Numbered(long number, Letter letter) {}

  private final int mostSightings;
  private final int mostOthers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final ArrayDeque<Numbered> sightings = new ArrayDeque<>();
  private final ArrayDeque<Numbered> others = new ArrayDeque<>();

  /** As many as records wait for the journal, and questions for the office: each has one. */
  private final ArrayDeque<Letter> errands = new ArrayDeque<>();

  private long number;
  private long dropped;
  private boolean flooded;

  public Inbox(int mostSightings, int mostOthers) {
    this.mostSightings = mostSightings;
    this.mostOthers = mostOthers;
  }

  void heard(LaneEvent.Heard heard) {
    lock.lock();
    try {
      if (sightings.size() >= mostSightings) {
        dropped++;
      } else {
        sightings.add(new Numbered(number++, new Letter.Sighting(heard)));
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  void changed(LaneEvent event) {
    lock.lock();
    try {
      if (flooded) {
        return; // all are read anew
      }
      if (others.size() >= mostOthers) {
        flooded = true;
        others.removeIf(each -> each.letter() instanceof Letter.Change);
      } else {
        others.add(new Numbered(number++, new Letter.Change(event)));
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** False when there is no room; nothing is done then. */
  public boolean ordered(Letter.Order order) {
    lock.lock();
    try {
      if (others.size() >= mostOthers) {
        return false;
      }
      others.add(new Numbered(number++, order));
      arrived.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  public void errand(Runnable work) {
    lock.lock();
    try {
      errands.add(new Letter.Errand(work));
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Somebody answered what the lane has asked. */
  void answered(LaneEvent event) {
    lock.lock();
    try {
      errands.add(new Letter.Change(event));
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The next one; null when none came within the time, or a flood is to be dealt with. */
  public @Nullable Letter next(long patienceNanos) throws InterruptedException {
    lock.lock();
    try {
      long left = patienceNanos;
      while (isEmpty() && !flooded && left > 0) {
        left = arrived.awaitNanos(left);
      }
      return flooded ? null : poll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return sightings.isEmpty() && others.isEmpty() && errands.isEmpty();
  }

  private @Nullable Letter poll() {
    if (!errands.isEmpty()) {
      return errands.poll();
    }
    Numbered sighting = sightings.peek();
    Numbered other = others.peek();
    boolean first = sighting != null && (other == null || sighting.number() < other.number());
    Numbered next = first ? sightings.poll() : others.poll();
    return next == null ? null : next.letter();
  }

  /** Whether changes were lost since it was asked last; from now on they are taken again. */
  public boolean takeFlood() {
    lock.lock();
    try {
      boolean was = flooded;
      flooded = false;
      return was;
    } finally {
      lock.unlock();
    }
  }

  /** What devices said to an earlier run is not for this one. */
  public void forget() {
    lock.lock();
    try {
      sightings.clear();
      others.removeIf(each -> each.letter() instanceof Letter.Change);
      errands.removeIf(each -> each instanceof Letter.Change);
      flooded = false;
    } finally {
      lock.unlock();
    }
  }

  /** How many sightings found no room. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
