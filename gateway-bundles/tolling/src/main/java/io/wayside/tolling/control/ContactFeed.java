// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.time.TimeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what one contact says, and what it is when it is asked. A state that was read while a
 * change came is not passed on: the change has told the truth.
 */
public final class ContactFeed implements Listener<ContactChange>, AutoCloseable {

  /** Who hears of it; called under the feed's lock. */
  public interface Hearer {

    void is(boolean active, long nanos);

    /** Nobody knows what it is. */
    void lost(long nanos);
  }

  private final Contact contact;
  private final TimeSource time;
  private final Hearer hearer;
  private volatile @Nullable Subscription subscription;
  private long heard;

  public ContactFeed(Contact contact, TimeSource time, Hearer hearer) {
    this.contact = contact;
    this.time = time;
    this.hearer = hearer;
  }

  public void begin() {
    subscription = contact.subscribe(this);
    refresh();
  }

  /**
   * Asks the contact. A driver that opens its line late tells nobody the first state, so this is
   * done now and then. No lock is held while it is asked, since a driver may hold one when it
   * tells.
   */
  public void refresh() {
    long before = heard();
    Optional<Boolean> active = contact.active();
    synchronized (this) {
      if (heard == before && active.isPresent()) {
        hearer.is(active.get(), time.monotonicNanos());
      }
    }
  }

  private synchronized long heard() {
    return heard;
  }

  /** What it says of itself now, past the queue. */
  public Optional<Boolean> now() {
    return contact.active();
  }

  public String deviceId() {
    return contact.deviceId();
  }

  @Override
  public synchronized void received(ContactChange change) {
    heard++;
    hearer.is(change.active(), change.monotonicNanos());
  }

  @Override
  public synchronized void interrupted(Interruption interruption) {
    heard++;
    hearer.lost(time.monotonicNanos());
  }

  @Override
  public void close() {
    Subscription open = subscription;
    if (open != null) {
      open.close();
    }
  }
}
