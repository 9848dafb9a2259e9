// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link Contact} promises. The peer closes it at odd numbers and opens it at even ones. */
public abstract class ContactContract extends RecoveringSourceContract<Contact, ContactChange> {

  @Override
  protected final long timeOf(ContactChange change) {
    return change.monotonicNanos();
  }

  @Test
  void knowsItsStateFromTheLastChange() {
    Heard<ContactChange> heard = subscribed();
    for (int i = 0; i < 4; i++) {
      boolean active = say(heard) % 2 == 1;

      eventually().until("state is told", () -> device().active().equals(Optional.of(active)));
    }
  }

  @Test
  void tellsChangesOnly() {
    Heard<ContactChange> heard = subscribed();
    for (int i = 0; i < 10; i++) {
      say(heard);
    }

    List<ContactChange> changes = heard.events();
    for (int i = 1; i < changes.size(); i++) {
      assertThat(changes.get(i).active()).isNotEqualTo(changes.get(i - 1).active());
    }
  }

  @Test
  void doesNotClaimAStateItCannotTell() {
    Heard<ContactChange> heard = subscribed();
    say(heard);
    harness().breakLink();
    eventually().until("state is unknown", () -> device().active().isEmpty());
    harness().restoreLink();
    awaitBack(heard);

    eventually().until("state is known", () -> device().active().isPresent());
  }
}
