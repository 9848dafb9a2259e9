// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.time.TimeSource;
import io.wayside.uplink.Pauses;
import io.wayside.uplink.transport.MqttTransport;
import io.wayside.uplink.wire.sparkplug.SparkplugSession;
import io.wayside.uplink.wire.sparkplug.SparkplugTopics;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One live view at work, without a framework: one outbox, one thread, one connection at a time.
 * Between a stop and the next start the outbox keeps what was not shown.
 */
public final class LiveView implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveView.class);
  private static final long STOP_PATIENCE_MS = 3500; // within the gateway's 5 s

  private final NodeState state;
  private final NodeMail mail = new NodeMail();
  private final AutoCloseable news;
  private final Thread thread;

  private LiveView(
      LiveViewPlan plan,
      Outbox outbox,
      MqttTransport transport,
      Predicate<String> failedStations,
      TimeSource time,
      RandomGenerator random) {
    this.state = new NodeState(time, outbox::backlog);
    SparkplugSession session =
        new SparkplugSession(
            new SparkplugTopics(plan.tenant(), plan.gateway()),
            plan.release(),
            new BdSeqFile(plan.numberFile()),
            plan.primaryHost(),
            plan.rebirthRest());
    EdgeNode node =
        new EdgeNode(
            plan,
            outbox,
            transport,
            session,
            Pauses.draw(plan.firstConnectWithin(), plan.longestPause(), random),
            failedStations,
            time,
            state,
            mail);
    this.news = outbox.onNew(mail::wake);
    this.thread = new Thread(node, "uplink-" + plan.uplinkId());
    thread.setDaemon(true);
  }

  /**
   * Begins to show.
   *
   * @param failedStations whether the station that feeds a stream cannot work
   */
  public static LiveView start(
      LiveViewPlan plan,
      Outbox outbox,
      MqttTransport transport,
      Predicate<String> failedStations,
      TimeSource time,
      RandomGenerator random) {
    LiveView view = new LiveView(plan, outbox, transport, failedStations, time, random);
    view.thread.start();
    return view;
  }

  public Health health() {
    return state.health();
  }

  /** Publishes the node's death and ends. */
  @Override
  public void close() {
    try {
      news.close();
      mail.stop();
      thread.join(STOP_PATIENCE_MS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (Exception notOurs) {
      LOG.warn("the outbox of the live view did not let go: {}", notOurs.getMessage());
    }
    thread.interrupt();
  }
}
