// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import io.wayside.rig.central.store.Message;
import io.wayside.rig.central.store.Outcome;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries into the store and acknowledges them, a group at a time. */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** Records of one commit, but for those of its last delivery. */
  static final int MOST_ROWS = 500;

  private final Reading reading;
  private final Store store;
  private final Gateways gateways;
  private final Listener listener;

  /** Told what happened, on the thread that stores; must not block. */
  public interface Listener {

    void stored(StoredRecord record);

    /** Something else than a new record changed the counts or a gateway's state. */
    void changed();
  }

  public Intake(Reading reading, Store store, Gateways gateways, Listener listener) {
    this.reading = reading;
    this.store = store;
    this.gateways = gateways;
    this.listener = listener;
  }

  /** A connection that ended meanwhile takes no acknowledgement: what is stored comes again. */
  private static void acknowledge(Delivery delivery) {
    try {
      delivery.acknowledge().run();
    } catch (RuntimeException ended) {
      LOG.info("stored and not acknowledged, it comes again: {}: {}", delivery.topic(), ended);
    }
  }

  /**
   * Stores what the deliveries hold, some hundreds of records to a transaction, and acknowledges
   * and removes each delivery after the commit that holds all of it. When storing fails, what is
   * left in the queue may be given again.
   */
  public void take(Queue<Delivery> deliveries) throws StoreFailed {
    while (!deliveries.isEmpty()) {
      List<Delivery> group = new ArrayList<>();
      List<Message> messages = new ArrayList<>();
      List<GatewayState> states = new ArrayList<>();
      for (Delivery delivery : deliveries) {
        if (messages.size() >= MOST_ROWS) {
          break;
        }
        read(delivery, states, messages);
        group.add(delivery);
      }
      List<Outcome> outcomes = messages.isEmpty() ? List.of() : store.store(messages);
      group.forEach(
          delivery -> {
            acknowledge(delivery);
            deliveries.remove();
          });
      tell(states, outcomes);
    }
  }

  private void read(Delivery delivery, List<GatewayState> states, List<Message> messages) {
    if (reading.address(delivery.topic()) instanceof Address.Status status) {
      if (delivery.payload().length > 0) { // an empty one is a retained status taken back
        readStatus(status, delivery, states, messages);
      }
    } else {
      messages.addAll(reading.records(delivery.topic(), delivery.payload(), delivery.received()));
    }
  }

  private void tell(List<GatewayState> states, List<Outcome> outcomes) {
    states.forEach(gateways::heard);
    boolean changed = !states.isEmpty();
    for (Outcome outcome : outcomes) {
      changed |= tell(outcome);
    }
    if (changed) {
      listener.changed();
    }
  }

  private void readStatus(
      Address.Status status, Delivery delivery, List<GatewayState> states, List<Message> messages) {
    try {
      states.add(reading.status(status.gateway(), delivery.payload(), delivery.received()));
    } catch (NotARecord refused) {
      messages.add(
          Refusals.of(status, delivery.topic(), refused, delivery.payload(), delivery.received()));
    }
  }

  /** Returns whether it is something else than a stored record. */
  private boolean tell(Outcome outcome) {
    if (outcome instanceof Outcome.Stored stored) {
      listener.stored(stored.record());
      return false;
    }
    if (outcome instanceof Outcome.Conflicting conflict) {
      LOG.error(
          "ALARM: {} came with another content (kept {}, refused {}); two gateways with one id, a"
              + " journal put back from an old image, or tampering; see the table conflicts",
          conflict.id(),
          conflict.keptHash(),
          conflict.otherHash());
    } else if (outcome instanceof Outcome.Refused refused) {
      LOG.warn(
          "refused a message on {}: {}; see the table refusals", refused.topic(), refused.reason());
    }
    return true;
  }
}
