// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.heads.PublicKeyText;
import io.wayside.rig.central.intake.Gateways;
import io.wayside.rig.central.intake.Intake;
import io.wayside.rig.central.intake.Reading;
import io.wayside.rig.central.intake.Topics;
import io.wayside.rig.central.intake.Writer;
import io.wayside.rig.central.mqtt.Subscription;
import io.wayside.rig.central.page.PageServer;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.page.Situation;
import io.wayside.rig.central.store.GatewayKey;
import io.wayside.rig.central.store.JdbcStore;
import io.wayside.rig.central.store.Store;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running centre: subscribed, storing, showing. */
public final class CentralSubscriber implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CentralSubscriber.class);

  private static final int PAGE = 1000;

  /** As many as a page can show. */
  private static final int MOST_ALARMS = 1_000;

  private final Store store;
  private final CountCache counts;
  private final Writer writer;
  private final Subscription subscription;
  private final PageServer page;
  private final Gateways gateways = new Gateways();

  private CentralSubscriber(
      CentralPlan plan, PageServer page, Store store, Consumer<StoredRecord> stored)
      throws StoreFailed {
    this.page = page;
    this.store = store;
    this.counts = new CountCache(store, System::nanoTime);
    Topics topics = new Topics(plan.tenant(), plan.kura());
    this.writer = new Writer(new Intake(new Reading(topics), store, gateways, listener(stored)));
    this.subscription =
        new Subscription(
            plan.broker(), topics, writer, Clock.systemUTC(), new SecureRandom(), page::changed);
    install(plan.keys());
    page.start(store, () -> situation(plan));
    writer.start();
    subscription.start();
  }

  private void install(KeyRing ring) throws StoreFailed {
    for (Map.Entry<String, Set<PublicKeyText>> each : ring.keys().entrySet()) {
      for (PublicKeyText key : each.getValue()) {
        store.install(each.getKey(), key, Clock.systemUTC().instant());
      }
    }
  }

  /**
   * Starts a centre. It keeps trying to reach the broker for as long as it runs.
   *
   * @param stored told of each record after it is on stable storage, on the storing thread; must
   *     not block
   */
  public static CentralSubscriber start(CentralPlan plan, Consumer<StoredRecord> stored)
      throws StoreFailed, PortTaken {
    PageServer page = PageServer.bind(new InetSocketAddress(plan.pageHost(), plan.pagePort()));
    Store store = null;
    CentralSubscriber started = null;
    try {
      store = JdbcStore.open(plan.store());
      started = new CentralSubscriber(plan, page, store, stored);
      return started;
    } finally {
      if (started == null) {
        page.close();
        if (store != null) {
          store.close();
        }
      }
    }
  }

  /** The port the page is served on. */
  public int pagePort() {
    return page.port();
  }

  /** Whether it is subscribed now. */
  public boolean connected() {
    return subscription.connected();
  }

  /** Of all instances on the store together. */
  public Counts counts() {
    return new Counts(counts.now());
  }

  /** Every record stored, in the order of arrival. */
  public List<StoredRecord> records() throws StoreFailed {
    List<StoredRecord> all = new ArrayList<>();
    List<StoredRecord> page = store.arrivedAfter(0, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.arrivedAfter(page.get(page.size() - 1).arrival(), PAGE);
    }
    return all;
  }

  /** Stores and acknowledges what has come, then leaves; the broker keeps what comes later. */
  @Override
  public void close() {
    try {
      writer.end();
      subscription.end();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      LOG.warn("ended in a hurry; the broker keeps what was not acknowledged");
    }
    page.close();
    store.close();
  }

  private Situation situation(CentralPlan plan) {
    String trouble = writer.trouble();
    List<StoredRecord> alarms = List.of();
    List<GatewayKey> keys = List.of();
    try {
      alarms = store.openAlarms(MOST_ALARMS);
      keys = store.keys();
    } catch (StoreFailed failed) {
      trouble = trouble.isEmpty() ? String.valueOf(failed.getMessage()) : trouble;
    }
    return new Situation(
        plan.tenant(),
        String.join(", ", plan.broker().addresses()),
        subscription.connected(),
        trouble,
        gateways.all(),
        counts.now(),
        alarms,
        keys.stream().filter(key -> !key.trusted()).toList());
  }

  private Intake.Listener listener(Consumer<StoredRecord> stored) {
    return new Intake.Listener() {
      @Override
      public void stored(StoredRecord record) {
        counts.changed();
        page.stored(record);
        stored.accept(record);
      }

      @Override
      public void changed() {
        counts.changed();
        page.changed();
      }
    };
  }
}
