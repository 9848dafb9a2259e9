// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short connection over which something is asked and answers are heard. Nothing is kept. */
public final class CommandLink implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommandLink.class);
  private static final int MOST_WAITING = 1_000;
  private static final long END_MS = 1_000;

  private final Mqtt3AsyncClient client;
  private final BlockingQueue<byte[]> heard = new ArrayBlockingQueue<>(MOST_WAITING);

  private CommandLink(Mqtt3AsyncClient client) {
    this.client = client;
  }

  /** Connects to the first of the plan's addresses that answers, and hears a topic. */
  public static CommandLink open(BrokerPlan plan, String topic)
      throws SessionFailed, InterruptedException {
    SessionFailed last = new SessionFailed("no broker");
    for (String broker : plan.addresses()) {
      CommandLink link = new CommandLink(SingleSession.client(plan, broker, () -> {}));
      try {
        link.connect(plan, topic);
        return link;
      } catch (SessionFailed failed) {
        link.close();
        last = new SessionFailed("the broker " + broker + ": " + failed.getMessage(), failed);
      }
    }
    throw last;
  }

  private void connect(BrokerPlan plan, String topic) throws SessionFailed, InterruptedException {
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        message -> {
          if (!heard.offer(message.getPayloadAsBytes())) {
            LOG.warn("more than {} answers at once; some are passed over", MOST_WAITING);
          }
        });
    Clients.answer(client.connect(SingleSession.hello(plan, true)));
    SingleSession.subscribe(client, List.of(topic));
  }

  public void publish(String topic, byte[] payload) throws SessionFailed, InterruptedException {
    Clients.answer(
        client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload).send());
  }

  /** The next message heard; empty when none came in time. */
  public Optional<byte[]> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    try {
      client.disconnect().get(END_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException notConnected) {
      LOG.debug("disconnect: {}", notConnected.toString());
    }
  }
}
