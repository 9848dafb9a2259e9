// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.central.intake.Gateways;
import io.wayside.rig.central.intake.Intake;
import io.wayside.rig.central.intake.Reading;
import io.wayside.rig.central.intake.Topics;
import io.wayside.rig.central.intake.Writer;
import io.wayside.rig.central.mqtt.Subscription;
import io.wayside.rig.central.page.AlarmBoard;
import io.wayside.rig.central.page.PageServer;
import io.wayside.rig.central.page.PortTaken;
import io.wayside.rig.central.page.Situation;
import io.wayside.rig.central.store.SqliteStore;
import io.wayside.rig.central.store.StoreFailed;
import io.wayside.rig.central.store.StoredRecord;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running centre: subscribed, storing, showing. */
public final class CentralSubscriber implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CentralSubscriber.class);

  private static final int PAGE = 1000;

  private final SqliteStore store;
  private final Writer writer;
  private final Subscription subscription;
  private final PageServer page;
  private final Gateways gateways = new Gateways();
  private final AlarmBoard alarms = new AlarmBoard();

  private CentralSubscriber(
      CentralPlan plan, PageServer page, SqliteStore store, Consumer<StoredRecord> stored)
      throws StoreFailed {
    this.page = page;
    this.store = store;
    Topics topics = new Topics(plan.tenant());
    this.writer = new Writer(new Intake(new Reading(topics), store, gateways, listener(stored)));
    this.subscription =
        new Subscription(
            plan.broker(),
            plan.clientId(),
            topics.filters(),
            writer,
            Clock.systemUTC(),
            new SecureRandom(),
            page::changed);
    alarms.fillFrom(store);
    page.start(store, () -> situation(plan));
    writer.start();
    subscription.start();
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
    SqliteStore store = null;
    CentralSubscriber started = null;
    try {
      store = SqliteStore.open(plan.store());
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

  public Counts counts() {
    return new Counts(store.counts());
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
    return new Situation(
        plan.tenant(),
        plan.broker(),
        subscription.connected(),
        writer.trouble(),
        gateways.all(),
        store.counts(),
        alarms.open());
  }

  private Intake.Listener listener(Consumer<StoredRecord> stored) {
    return new Intake.Listener() {
      @Override
      public void stored(StoredRecord record) {
        alarms.see(record);
        page.stored(record);
        stored.accept(record);
      }

      @Override
      public void changed() {
        page.changed();
      }
    };
  }
}
