// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import io.wayside.core.health.Health;
import io.wayside.core.health.HealthSource;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.tag.TagNumber;
import org.jspecify.annotations.Nullable;

/** Passes on what the reader hears, and whether it is there. */
final class ReaderFeed implements Listener<TagSighting>, AutoCloseable {

  private final TagSource reader;
  private final Inbox inbox;
  private final TimeSource time;
  private @Nullable Subscription subscription;
  private boolean lost;
  private long losses;

  ReaderFeed(TagSource reader, Inbox inbox, TimeSource time) {
    this.reader = reader;
    this.inbox = inbox;
    this.time = time;
  }

  void begin() {
    subscription = reader.subscribe(this);
    if (!isInOrder()) {
      lost();
    }
  }

  /** A reader that is back and has no tag before it says nothing: its health does. */
  void refresh() {
    long before = losses();
    if (isInOrder()) {
      synchronized (this) {
        if (lost && losses == before) {
          back(time.monotonicNanos());
        }
      }
    }
  }

  /** Asked without a lock, since a driver may hold one when it tells. */
  private boolean isInOrder() {
    return !(reader instanceof HealthSource itself)
        || itself.health().status() == Health.Status.OK
        || itself.health().status() == Health.Status.DEGRADED;
  }

  private synchronized long losses() {
    return losses;
  }

  @Override
  public synchronized void received(TagSighting sighting) {
    if (lost) {
      back(sighting.monotonicNanos());
    }
    inbox.heard(
        new LaneEvent.Heard(
            sighting.monotonicNanos(),
            new TagNumber(sighting.epc(), sighting.epcBits()),
            sighting.tid(),
            sighting.userMemory(),
            sighting.antenna(),
            sighting.strengthDbm(),
            sighting.count()));
  }

  @Override
  public void interrupted(Interruption interruption) {
    lost();
  }

  private synchronized void lost() {
    losses++;
    if (!lost) {
      lost = true;
      inbox.changed(new LaneEvent.Reader(time.monotonicNanos(), false));
    }
  }

  private void back(long nanos) {
    lost = false;
    inbox.changed(new LaneEvent.Reader(nanos, true));
  }

  synchronized boolean isLost() {
    return lost;
  }

  @Override
  public void close() {
    Subscription open = subscription;
    if (open != null) {
      open.close();
    }
  }
}
