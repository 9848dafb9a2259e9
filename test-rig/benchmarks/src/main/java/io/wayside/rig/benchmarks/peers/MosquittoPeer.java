// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.uplink.BareClient;
import io.wayside.rig.benchmarks.uplink.MosquittoProcess;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;

/**
 * Mosquitto as a bridge with persistence. Its producer is a client on the loopback address; a
 * record counts as accepted when Mosquitto acknowledges it.
 */
final class MosquittoPeer implements Peer {

  private static final String TOPIC = "bench/records";

  private final String name;
  private final List<String> settings;
  private int port;
  private @Nullable Place place;
  private @Nullable MosquittoProcess process;

  private MosquittoPeer(String name, List<String> settings) {
    this.name = name;
    this.settings = settings;
  }

  static MosquittoPeer withDefaults(String name) {
    return new MosquittoPeer(name, List.of());
  }

  /** No limit of the queue, and a snapshot every second. */
  static MosquittoPeer tuned(String name) {
    return new MosquittoPeer(
        name, List.of("max_queued_messages 0", "max_queued_bytes 0", "autosave_interval 1"));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start(Place where) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("persistence true");
    lines.add("persistence_location " + where.data() + "/");
    lines.addAll(settings);
    lines.addAll(
        List.of(
            "connection upstream",
            "address 127.0.0.1:" + where.sinkPort(),
            "topic # out 1",
            "cleansession false",
            "notifications false",
            "try_private false",
            "remote_clientid peer",
            "restart_timeout 1"));
    place = where;
    port = LoopbackPorts.free();
    process =
        MosquittoProcess.start(where.folder(), port, lines, where.before(), where.environment());
  }

  @Override
  public Feed.Result feed(Feed feed) throws IOException, InterruptedException {
    Place where = place;
    if (where == null) {
      throw new IllegalStateException(name + " is not running");
    }
    try (BareClient client = new BareClient(port, feed.outstanding())) {
      return new Feeder(where.marks())
          .feed(
              feed,
              (number, answer) -> {
                BareClient.Acknowledged told =
                    new BareClient.Acknowledged() {
                      @Override
                      public void number(long acknowledged) {
                        answer.accepted();
                      }

                      @Override
                      public void lost(long unanswered) {
                        answer.refused();
                      }
                    };
                if (!client.publish(TOPIC, number, Numbered.payload(number), told)) {
                  answer.refused();
                }
              });
    } catch (MqttException gone) {
      // Killed meanwhile; what was accepted is marked.
      return new Feed.Result(0, 0, 0, 0);
    }
  }

  @Override
  public long pid() {
    MosquittoProcess running = process;
    if (running == null) {
      throw new IllegalStateException(name + " is not running");
    }
    return running.pid();
  }

  @Override
  public void kill() {
    MosquittoProcess running = process;
    process = null;
    if (running != null) {
      running.close();
    }
  }
}
